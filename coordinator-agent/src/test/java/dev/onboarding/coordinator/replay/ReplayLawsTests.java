package dev.onboarding.coordinator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.DecisionContent;
import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.RunIdentity;
import dev.onboarding.coordinator.replay.Replayed.Result;
import dev.onboarding.coordinator.retention.ErasedFacts;
import dev.onboarding.coordinator.rule.AnyAccount;
import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Whatever was recorded is given back by its record, before and after an erasure.
class ReplayLawsTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final Instant AT = Instant.ofEpochSecond(1_790_000_000L);
  private final UUID salt = new UUID(1, 2);
  private final RunIdentity identity =
      new RunIdentity(
          new UUID(3, 4),
          "crm",
          "c-1",
          "ACME-001",
          "1",
          POLICY.version(),
          POLICY.digest(),
          "none",
          AT);
  private final Replay replay =
      new Replay(new RuleLibrary(digest -> Optional.of(RuleSet.onboardingPolicyText())));

  @Property(tries = 200)
  void whatWasRecordedIsWhatIsReplayed(@ForAll long seed) {
    var assessments = AnyAccount.of(seed).assessments();
    var decision = POLICY.decide(assessments, Contexts.PLAIN);

    var replayed = replay.of(record(content(assessments, decision), null));

    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.result()).isEqualTo(Result.EQUAL);
    assertThat(replayed.verdict()).isEqualTo(decision.verdict().name());
  }

  @Property(tries = 200)
  void anErasureLeavesADecisionProven(@ForAll long seed) {
    var assessments = AnyAccount.of(seed).assessments();
    var decision = POLICY.decide(assessments, Contexts.PLAIN);
    var erased = content(ErasedFacts.of(assessments), ErasedFacts.of(decision));

    var replayed = replay.of(record(content(assessments, decision), erased));

    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.result()).isEqualTo(Result.EQUAL);
    assertThat(replayed.erased()).isTrue();
  }

  @Property(tries = 100)
  void anotherAccountsFactsAreNeverTakenForThese(@ForAll long seed, @ForAll long other) {
    var assessments = AnyAccount.of(seed).assessments();
    var others = AnyAccount.of(other).assessments();
    var decision = POLICY.decide(assessments, Contexts.PLAIN);
    var record = record(content(assessments, decision), null);

    var exchanged =
        new RunRecord(
            record.identity(),
            record.standing(),
            record.entries(),
            List.of(stood(content(others, decision))));

    assertThat(replay.of(exchanged).result() == Result.EQUAL).isEqualTo(assessments.equals(others));
  }

  /// @param now what stands there after an erasure; null without one
  private RunRecord record(JsonNode recorded, @Nullable JsonNode now) {
    var entry = Entry.lasting(EntryKind.DECISION, 1, DecisionContent.NAME, AT, recorded);
    var sealed = Chain.sealed(salt, entry.content());
    var head =
        Chain.head(
            identity.run(),
            entry.kind(),
            entry.attempt(),
            entry.name(),
            entry.at(),
            Entry.FORM,
            entry.kept());
    var chained =
        new ChainedEntry(
            1,
            entry.kind(),
            1,
            entry.name(),
            AT,
            Entry.FORM,
            entry.kept(),
            sealed,
            Chain.next(Chain.genesis(identity), head, sealed));
    return new RunRecord(
        identity,
        new RunRecord.Standing(now == null ? salt : null, now != null, false, null),
        List.of(chained),
        new ArrayList<>(List.of(stood(now == null ? recorded : now))));
  }

  private static Content stood(JsonNode value) {
    return new Content(EntryKind.DECISION, 1, DecisionContent.NAME, AT, stored(value));
  }

  /// As the database gives it back: from its text.
  private static JsonNode stored(JsonNode value) {
    return EdgeJson.mapper().readTree(EdgeJson.mapper().writeValueAsString(value));
  }

  private static JsonNode content(Assessments assessments, Decision decision) {
    var json = EdgeJson.mapper();
    return new DecisionContent(
            json.valueToTree(assessments),
            json.valueToTree(Contexts.PLAIN),
            "findings",
            json.valueToTree(decision),
            "decision",
            json.valueToTree(List.of("a/1")))
        .json();
  }
}
