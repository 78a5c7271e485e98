package dev.onboarding.allinone.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.contract.establishment.ContractEstablishment;
import dev.onboarding.coordinator.establish.CrmEstablishment;
import dev.onboarding.coordinator.establish.CrmFindings;
import dev.onboarding.coordinator.establish.Links;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.finance.establishment.InvoiceEstablishment;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.InvoiceFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From the tools' answers to the decision, through every agent's own code, against a second
/// evaluation of the policy.
class PolicyTwiceTests {

  private static final int CUSTOMERS = 10_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
  private static final Instant READ_AT = Instant.parse("2026-03-15T08:00:00Z");
  private static final RunContext CONTEXT =
      new RunContext("ACT", "billing", false, 1, false, TODAY, "ENTERPRISE");
  private static final RuleSet RULES = RuleSet.onboardingPolicy();

  @Test
  void agreesWithTheTableReadASecondTime() {
    Map<dev.onboarding.model.decision.Verdict, Integer> seen =
        new EnumMap<>(dev.onboarding.model.decision.Verdict.class);
    for (long seed = 0; seed < CUSTOMERS; seed++) {
      Customer customer = Customers.of(seed);

      Decision decision = RULES.decide(assessments(new WireAnswers(customer, TODAY)), CONTEXT);

      assertThat(decision.verdict().name())
          .as("seed %d: %s%nfired %s", seed, customer, decision.fired())
          .isEqualTo(PlainPolicy.verdict(customer));
      seen.merge(decision.verdict(), 1, Integer::sum);
    }
    assertThat(seen.values()).as("how often each verdict came").hasSize(3).allMatch(n -> n > 800);
  }

  private static Assessments assessments(WireAnswers answers) {
    var evidence =
        new Evidence(
            "salesforce", "Account", "salesforce_get_onboarding_snapshot", null, READ_AT, null);
    CrmFindings crm = CrmEstablishment.establish(answers.crm(), evidence, answers.trigger(), TODAY);
    AccountContext context = crm.context();
    Assessment<ContractFinding> contract = Assessment.notJudged(Domain.CONTRACT, why(crm));
    Assessment<InvoiceFinding> invoice = Assessment.notJudged(Domain.INVOICE, why(crm));
    if (context != null) {
      contract = Assessment.judged(Domain.CONTRACT, List.of(contract(context, answers)));
      invoice = Assessment.judged(Domain.INVOICE, List.of(invoice(context, answers)));
    }
    return new Assessments(
        crm.account(),
        crm.opportunity(),
        crm.owner(),
        contract,
        invoice,
        Links.establish(crm, contract, invoice));
  }

  private static ContractFinding contract(AccountContext context, WireAnswers answers) {
    return ContractEstablishment.establish(
        context,
        answers.contracts(),
        new dev.onboarding.contract.establishment.Reading("clm_get_contract", null, READ_AT, null));
  }

  private static InvoiceFinding invoice(AccountContext context, WireAnswers answers) {
    return InvoiceEstablishment.establish(
        context,
        answers.invoices(context.deal() == null ? null : context.deal().id()),
        new dev.onboarding.finance.establishment.Reading(
            "netsuite_list_account_invoices", null, READ_AT, null));
  }

  private static String why(CrmFindings crm) {
    return crm.because() == null ? "-" : crm.because();
  }
}
