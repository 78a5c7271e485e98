package dev.onboarding.coordinator.candidate;

import dev.onboarding.model.decision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a candidate would have decided on everything recorded since a moment.
///
/// @param compared runs whose last decision was computed again
/// @param equal of these, those with the same verdict by the same rows
/// @param otherRows of these, those with the same verdict by other rows
/// @param otherwise of these, those with another verdict
/// @param erased runs that were left out, because their personal facts are gone
/// @param unreadable runs that were left out, because this version cannot read what was recorded
/// @param transitions from verdict to verdict, the most frequent first
/// @param rows which rows make the difference, the most frequent first
/// @param runs those that would be decided otherwise, the oldest first
/// @param leftOff how many of them are not listed
public record RuleSetComparison(
    Candidate candidate,
    Instant since,
    int compared,
    int equal,
    int otherRows,
    int otherwise,
    int erased,
    List<UUID> unreadable,
    List<Transition> transitions,
    List<RowChange> rows,
    List<Change> runs,
    int leftOff,
    Duration took) {

  public RuleSetComparison {
    unreadable = List.copyOf(unreadable);
    transitions = List.copyOf(transitions);
    rows = List.copyOf(rows);
    runs = List.copyOf(runs);
  }

  /// Which rule set was compared.
  public record Candidate(String version, String digest) {}

  /// How many runs go from one verdict to another.
  public record Transition(Verdict from, Verdict to, int runs) {}

  /// A row of either rule set.
  ///
  /// @param fires runs on which it fires now and did not
  /// @param silent runs on which it fired and does not now
  /// @param otherwise of both, those that are decided otherwise
  public record RowChange(String rule, int fires, int silent, int otherwise) {}

  /// A run that would be decided otherwise.
  ///
  /// @param fires rows that fire under the candidate and did not
  /// @param silent rows that fired and do not under the candidate
  public record Change(
      UUID runId,
      String account,
      Instant decidedAt,
      Verdict from,
      Verdict to,
      Set<String> fires,
      Set<String> silent) {

    public Change {
      fires = Set.copyOf(fires);
      silent = Set.copyOf(silent);
    }
  }
}
