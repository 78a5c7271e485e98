package dev.onboarding.adviser.model;

import java.time.Duration;
import java.util.List;

/// What a model is asked. Everything in it may leave: it is masked already.
///
/// @param turns what is said, beginning with the question; the answer is the model's next turn
/// @param schema that the answer must fit
/// @param patience how long an answer is waited for
public record Question(
    String system, List<Turn> turns, String schema, int mostTokens, Duration patience) {

  public Question {
    turns = List.copyOf(turns);
  }

  /// One thing that was said.
  ///
  /// @param byModel whether the model said it
  public record Turn(boolean byModel, String text) {}

  /// How many characters are sent.
  public int length() {
    return system.length()
        + schema.length()
        + turns.stream().mapToInt(turn -> turn.text().length()).sum();
  }
}
