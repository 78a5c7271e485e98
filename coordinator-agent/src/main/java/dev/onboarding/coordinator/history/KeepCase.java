package dev.onboarding.coordinator.history;

import dev.onboarding.coordinator.history.Case.Expected;
import dev.onboarding.coordinator.replay.Replay;
import dev.onboarding.coordinator.replay.Replayed.Result;
import dev.onboarding.coordinator.replay.RuleLibrary;
import dev.onboarding.coordinator.replay.RuleTexts;
import dev.onboarding.coordinator.replay.RunRecord;
import dev.onboarding.coordinator.replay.StoredRecords;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Makes a case of the last decision of a run; only of one that its record proves, and only if the
/// decision is the same without the names.
public final class KeepCase {

  private final StoredRecords records;
  private final RuleTexts texts;

  public KeepCase(StoredRecords records, RuleTexts texts) {
    this.records = records;
    this.texts = texts;
  }

  /// What became of it.
  public sealed interface Kept {

    /// A case.
    record Done(Case kept) implements Kept {}

    /// None can be made of it.
    record Refused(String why) implements Kept {}
  }

  /// @return empty when there is no such run
  public Optional<Kept> of(RunId run, String name) {
    return records.of(run).map(record -> kept(record, name));
  }

  private Kept kept(RunRecord record, String name) {
    var replayed = new Replay(new RuleLibrary(texts)).of(record);
    if (replayed.result() != Result.EQUAL) {
      return new Kept.Refused(
          "A case is made of a decision that its record proves; this one is %s. Replay the run to see why."
              .formatted(replayed.result()));
    }
    if (replayed.erased()) {
      return new Kept.Refused("The personal facts of the run were erased.");
    }
    var decided =
        record.decisions().stream()
            .max(Comparator.comparingInt(each -> each.attempt()))
            .map(each -> each.value())
            .orElseThrow();
    return kept(decided, name);
  }

  private Kept kept(JsonNode decided, String name) {
    var json = EdgeJson.mapper();
    var decision = json.treeToValue(decided.path("decision"), Decision.class);
    var made =
        new Case(
            Case.FORMAT,
            name,
            decision.ruleSet(),
            json.treeToValue(decided.path("context"), RunContext.class),
            json.treeToValue(Masked.assessments(decided.path("assessments")), Assessments.class),
            Expected.of(decision));
    var again = made.under(rules(decision.ruleSetDigest()));
    return again.equals(made.expected())
        ? new Kept.Done(made)
        : new Kept.Refused(
            "Without the names another decision comes out: a row asks what a personal fact is, and not only whether it is there.");
  }

  private RuleSet rules(String digest) {
    return RuleSet.load("rule set " + digest, texts.of(digest).orElseThrow());
  }
}
