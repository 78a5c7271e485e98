package dev.onboarding.coordinator.advice;

import java.util.List;

/// Somebody who can be asked about a decision that stands; never throws for want of an answer.
interface Counsel {

  /// The tasks it answers, by the names under which answers are kept.
  List<String> tasks();

  /// @return an answer for each task that there was reason to ask a model about
  List<Piece> on(JudgedRun run);
}
