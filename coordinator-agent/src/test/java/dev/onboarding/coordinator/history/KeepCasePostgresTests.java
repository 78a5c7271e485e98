package dev.onboarding.coordinator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.history.KeepCase.Kept;
import dev.onboarding.coordinator.replay.ProvenRuns;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Domain;
import org.junit.jupiter.api.Test;

class KeepCasePostgresTests {

  private final ProvenRuns runs = new ProvenRuns();
  private final KeepCase keep = new KeepCase(runs.records, runs.texts);

  @Test
  void keepsADecisionWithoutAnybodysName() {
    var run =
        runs.decided(
            "ACME-001", SoundAccount.sound().with(Domain.OWNER, "active", false).assessments());

    var kept = ((Kept.Done) keep.of(run.id(), "owner-inactive").orElseThrow()).kept();

    assertThat(kept.expected().verdict()).isNotEqualTo(Verdict.PROCEED);
    assertThat(kept.under(ProvenRuns.POLICY)).isEqualTo(kept.expected());
    assertThat(EdgeJson.mapper().writeValueAsString(kept))
        .doesNotContain("Olga", "olga@", "Sam Signer", "sam@", "billing@", "Acme");
  }

  @Test
  void refusesADecisionThatItsRecordDoesNotProve() {
    var run = runs.decided("ACME-001", SoundAccount.sound().assessments());
    runs.byHand(
        "update coordinator.attempt set decision = jsonb_set(decision, '{verdict}', '\"BLOCK\"')");

    assertThat(keep.of(run.id(), "changed").orElseThrow()).isInstanceOf(Kept.Refused.class);
  }
}
