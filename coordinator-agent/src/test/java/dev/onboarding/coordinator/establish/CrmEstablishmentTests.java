package dev.onboarding.coordinator.establish;

import static dev.onboarding.coordinator.establish.Snapshots.ACCOUNT;
import static dev.onboarding.coordinator.establish.Snapshots.DAY;
import static dev.onboarding.coordinator.establish.Snapshots.established;
import static dev.onboarding.coordinator.establish.Snapshots.first;
import static dev.onboarding.coordinator.establish.Snapshots.part;
import static dev.onboarding.coordinator.establish.Snapshots.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CrmEstablishmentTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();

  @Test
  void establishesWhatIsThere() {
    CrmFindings crm = established(wire());

    var account = crm.account().findings().getFirst();
    var deal = crm.opportunity().findings().getFirst();
    var owner = crm.owner().findings().getFirst();
    assertThat(account.found()).isTrue();
    assertThat(account.id()).isEqualTo(ACCOUNT);
    assertThat(account.evidence().getFirst().record()).isEqualTo("Account " + ACCOUNT);
    assertThat(deal.amount()).isEqualTo(Money.of("120000", "USD"));
    assertThat(deal.won()).isTrue();
    assertThat(owner.active()).isTrue();
  }

  @Test
  void handsTheSpecialistsTheirContext() {
    AccountContext context = established(wire()).context();

    assertThat(context)
        .isEqualTo(
            new AccountContext(
                ACCOUNT,
                "ACME-001",
                "Acme",
                DAY,
                new AccountContext.Deal(
                    "006000000000001AAA", Money.of("120000", "USD"), DAY, "800000000000001AAA"),
                new AccountContext.CrmContract(
                    "800000000000001AAA",
                    "C-1",
                    "Activated",
                    "Active",
                    "env-1",
                    DAY,
                    DAY.plusYears(1))));
  }

  @Test
  void givesOneViolationForAnAccountThatDoesNotExist() {
    ObjectNode wire = wire();
    wire.put("looked_up", "MISSING-999").put("accounts_matching", 0).putNull("account");

    Decision decision = alone(wire);

    assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("ACC-01");
    assertThat(established(wire).account().findings().getFirst().sentence())
        .contains("MISSING-999");
  }

  @Test
  void asksNobodyElseAboutAnAccountThatDoesNotExist() {
    ObjectNode wire = wire();
    wire.put("accounts_matching", 0).putNull("account");
    CrmFindings crm = established(wire);

    assertThat(crm.context()).isNull();
    assertThat(crm.alone().all())
        .extracting(assessment -> assessment.outcome())
        .containsExactly(
            Outcome.JUDGED,
            Outcome.NOT_JUDGED,
            Outcome.NOT_JUDGED,
            Outcome.NOT_JUDGED,
            Outcome.NOT_JUDGED,
            Outcome.NOT_JUDGED);
  }

  @Test
  void givesOneViolationForADeletedAccount() {
    ObjectNode wire = wire();
    part(wire, "account").put("is_deleted", true).putNull("industry");

    assertThat(alone(wire).fired()).extracting(FiredRow::rule).containsExactly("ACC-03");
  }

  @Test
  void namesTheSurvivorOfAMerge() {
    ObjectNode wire = wire();
    part(wire, "account").put("is_deleted", true).put("master_record_id", "001000000000009AAA");

    assertThat(alone(wire).fired())
        .singleElement()
        .satisfies(row -> assertThat(row.says()).contains("merged into 001000000000009AAA"));
  }

  @Test
  void namesNobodyWhenSeveralAccountsMatch() {
    ObjectNode wire = wire();
    wire.put("accounts_matching", 2);

    Decision decision = alone(wire);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("ACC-02");
    assertThat(decision.fired().getFirst().says()).startsWith("2 accounts");
  }

  @Test
  void givesTheWarningAloneForAnAccountWithoutOwner() {
    ObjectNode wire = wire();
    part(wire, "account").putNull("owner_id");
    wire.putNull("owner");
    CrmFindings crm = established(wire);

    assertThat(crm.owner().outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(crm.context()).isNotNull();
    assertThat(crm.account().findings().getFirst().ownerId()).isNull();
  }

  @Test
  void findsNoUserBehindAnOwnerIdThatNobodyHas() {
    ObjectNode wire = wire();
    wire.putNull("owner");

    var owner = established(wire).owner().findings().getFirst();

    assertThat(owner.id()).isNull();
    assertThat(owner.sentence()).contains("005000000000001AAA", "could not be found");
  }

  @Test
  void asksForNoOpportunityThatCannotBeOne() {
    assertThat(SnapshotQuestion.about("ACME-001", " 006000000000001AAA "))
        .isEqualTo(new SnapshotQuestion("ACME-001", "006000000000001AAA"));
    assertThat(SnapshotQuestion.about("ACME-001", "006000000000001").opportunityId()).isNotNull();
    assertThat(SnapshotQuestion.about("ACME-001", "deal 7").opportunityId()).isNull();
    assertThat(SnapshotQuestion.about("ACME-001", "001000000000001AAA").opportunityId()).isNull();
    assertThat(SnapshotQuestion.about("ACME-001", null).opportunityId()).isNull();
  }

  @Test
  void goesOnWithoutADeal() {
    ObjectNode wire = wire();
    wire.putArray("opportunities");
    CrmFindings crm = established(wire);

    assertThat(crm.opportunity().findings().getFirst().count()).isZero();
    assertThat(crm.context()).isNotNull();
    assertThat(crm.context().deal()).isNull();
    assertThat(crm.context().contract()).isNull();
  }

  @Test
  void takesTheAccountsCurrencyWhereTheDealNamesNone() {
    ObjectNode wire = wire();
    first(wire, "opportunities").putNull("currency");
    part(wire, "account").put("currency", "CAD");

    assertThat(established(wire).opportunity().findings().getFirst().amount())
        .isEqualTo(Money.of("120000", "CAD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "DOLLARS", "usd?"})
  void takesAnAmountWithoutAKnownCurrencyForNone(String currency) {
    ObjectNode wire = wire();
    first(wire, "opportunities").put("currency", currency);
    part(wire, "account").putNull("currency");

    assertThat(established(wire).opportunity().findings().getFirst().amount()).isNull();
  }

  @Test
  void doesNotUnfoldAnAbsurdAmount() {
    ObjectNode wire = wire();
    first(wire, "opportunities").put("amount", new java.math.BigDecimal("1E+999999999"));

    assertThat(established(wire).opportunity().findings().getFirst().amount()).isNull();
  }

  @Test
  void readsEmptyTextAsAbsent() {
    ObjectNode wire = wire();
    part(wire, "account").put("industry", " ");

    assertThat(established(wire).account().findings().getFirst().industry()).isNull();
  }

  @Test
  void survivesAnAnswerThatHoldsNothing() {
    ObjectNode nothing = wire().removeAll();

    assertThat(alone(nothing).verdict()).isEqualTo(Verdict.BLOCK);
  }

  @Test
  void givesOneViolationWhenTheCrmCannotBeRead() {
    CrmFindings crm =
        CrmEstablishment.failed(
            Failure.of(ErrorType.SERVER_ERROR, "SERVER_ERROR", 503, "Salesforce is down."));

    Decision decision = POLICY.decide(crm.alone(), Contexts.PLAIN);

    assertThat(decision.fired()).extracting(FiredRow::rule).containsExactly("ACCOUNT-FAILED");
    assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
  }

  @Test
  void refusesToSpeakAloneWhereOthersMustBeAsked() {
    CrmFindings crm = established(wire());

    assertThatThrownBy(crm::alone).isInstanceOf(IllegalStateException.class);
  }

  private static Decision alone(ObjectNode wire) {
    return POLICY.decide(established(wire).alone(), Contexts.PLAIN);
  }
}
