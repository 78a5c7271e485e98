package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.govern.DocumentDesk;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Domain;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A rule set in the shadow says what it would decide, and nothing else ever comes of it.
class ShadowPostgresTests {

  private static final String PATIENT =
      RuleSet.onboardingPolicyText()
          .replace("invoice.days_overdue > 0", "invoice.days_overdue > 30");

  private final RunDatabase database = new RunDatabase();
  private final DocumentDesk desk =
      new DocumentDesk(
          new Documents(database.jdbc, database.clock),
          database.transactions,
          List.of(new RuleDocuments()));
  private final Gathered late =
      new Gathered(
          SoundAccount.sound()
              .with(Domain.INVOICE, "daysOverdue", 25)
              .with(Domain.INVOICE, "remaining", Money.of("9000", "USD"))
              .assessments(),
          null,
          ZoneOffset.UTC,
          List.of(),
          null);

  private Judge judge() {
    var rules =
        new RuleSets(
            database.jdbc,
            RuleSet.onboardingPolicy(),
            RuleSet.onboardingPolicyText(),
            database.clock);
    return new Judge(rules, new Circumstances(new TierChoice(Map.of())));
  }

  private String inTheShadow() {
    database.jdbc.sql("delete from coordinator.rule_set").update();
    var digest = desk.store(DocumentKind.RULES, "patient.yaml", PATIENT, "Ada").digest();
    desk.shadow(DocumentKind.RULES, digest, "Ada", "to see");
    return digest;
  }

  @Test
  void saysWhatItWouldDecideBesideTheDecision() {
    var digest = inTheShadow();
    var run = database.open("e-1", "ACME-001");

    var shadow = judge().shadow(run, late, Contexts.PLAIN);

    assertThat(shadow).isEqualTo(new ShadowDecision(digest, Verdict.PROCEED, List.of(), null));
    assertThat(RuleSet.onboardingPolicy().decide(late.assessments(), Contexts.PLAIN).verdict())
        .isEqualTo(Verdict.ESCALATE);
  }

  @Test
  void isNotThereForARunThatBeganWithoutOne() {
    var run = database.open("e-1", "ACME-001");
    inTheShadow();

    assertThat(judge().shadow(run, late, Contexts.PLAIN)).isNull();
  }

  @Test
  void isWrittenDownWhenItFailsAndTroublesNobody() {
    var digest = inTheShadow();
    database
        .jdbc
        .sql("update coordinator.rule_set set content = 'nonsense' where digest = ?")
        .param(digest)
        .update();
    var run = database.open("e-1", "ACME-001");

    var shadow = judge().shadow(run, late, Contexts.PLAIN);

    assertThat(shadow).isEqualTo(new ShadowDecision(digest, null, List.of(), "RuleSetRefused"));
  }
}
