package dev.onboarding.coordinator.replay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of computing a run's decisions again.
///
/// @param verdict of the last decision; null when none was made
/// @param decisions how many attempts were decided
/// @param entries how many entries the record has
/// @param head hash over the whole record
/// @param problems everything that does not fit; empty when the record proves its decisions
public record Replayed(
    UUID runId,
    String account,
    @Nullable String verdict,
    Result result,
    boolean erased,
    int decisions,
    int entries,
    String head,
    List<Problem> problems) {

  public Replayed {
    problems = List.copyOf(problems);
  }

  /// In one word.
  public enum Result {
    /// The record is whole and gives the same decisions.
    EQUAL,
    /// The record is whole, and another decision follows from it.
    DIFFERENT,
    /// The record is not the one that was written; no decision in it is trusted.
    NOT_TRUSTED,
    /// Recorded before records were chained: the decision follows from rows that nothing attests.
    NOT_CHAINED,
    /// No decision was made.
    UNDECIDED
  }
}
