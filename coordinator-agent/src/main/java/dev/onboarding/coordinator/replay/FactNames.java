package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.EntryKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Names what was changed in a content, where another row still holds the same as it was recorded:
/// what a step answered, beside what the attempt keeps of it.
final class FactNames {

  private static final String GATHER = "gather_evidence";
  private static final String JUDGE = "judge_evidence";

  private FactNames() {}

  /// @param changed a content that does not fit its entry
  /// @return one sentence each; empty when no other row can tell
  static List<String> of(RunRecord record, ChainedEntry entry, JsonNode changed) {
    return switch (entry.kind()) {
      case DECISION ->
          Stream.concat(
                  step(record, entry.attempt(), GATHER).stream()
                      .flatMap(gathered -> differences(gathered, changed, "assessments")),
                  step(record, entry.attempt(), JUDGE).stream()
                      .flatMap(judged -> differences(judged, changed, "decision", "context")))
              .toList();
      case STEP ->
          decision(record, entry.attempt()).stream()
              .flatMap(decided ->
                  entry.name().equals(GATHER)
                      ? differences(decided, changed, "assessments")
                      : differences(decided, changed, "decision", "context"))
              .filter(says -> entry.name().equals(GATHER) || entry.name().equals(JUDGE))
              .toList();
      case FORGOTTEN, APPROVAL, ACT -> List.of();
    };
  }

  private static Stream<String> differences(JsonNode recorded, JsonNode changed, String... parts) {
    return Arrays.stream(parts)
        .filter(recorded::has)
        .flatMap(part ->
            JsonDifferences.between(recorded.path(part), changed.path(part)).stream()
                .map(place -> "/" + part + place.says()));
  }

  private static Optional<JsonNode> step(RunRecord record, int attempt, String name) {
    return fitting(record, EntryKind.STEP, attempt, name);
  }

  private static Optional<JsonNode> decision(RunRecord record, int attempt) {
    return fitting(record, EntryKind.DECISION, attempt, JUDGE);
  }

  private static Optional<JsonNode> fitting(
      RunRecord record, EntryKind kind, int attempt, String name) {
    var entry =
        record.entries().stream()
            .filter(each -> each.kind() == kind && each.attempt() == attempt)
            .filter(each -> each.name().equals(name))
            .reduce((earlier, later) -> later);
    return entry.flatMap(last ->
        record.contents().stream()
            .filter(each -> each.kind() == kind && each.attempt() == attempt)
            .filter(each -> each.name().equals(name))
            .flatMap(each -> Optional.ofNullable(each.value()).stream())
            .filter(value -> ContentCheck.fits(record, last, value))
            .findFirst());
  }
}
