package dev.onboarding.coordinator.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several runs, newest first.
///
/// @param next give it as `before` to get older ones; null when there are none
record RunStandings(List<RunStanding> runs, @Nullable String next) {

  RunStandings {
    runs = List.copyOf(runs);
  }
}
