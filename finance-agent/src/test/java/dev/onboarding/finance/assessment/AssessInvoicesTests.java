package dev.onboarding.finance.assessment;

import static dev.onboarding.finance.assessment.Assessing.DEAL;
import static dev.onboarding.finance.assessment.Assessing.ONE;
import static dev.onboarding.finance.assessment.Assessing.THROTTLED;
import static dev.onboarding.finance.assessment.Assessing.account;
import static dev.onboarding.finance.assessment.Assessing.answer;
import static dev.onboarding.finance.assessment.Assessing.assess;
import static dev.onboarding.finance.assessment.Assessing.assessments;
import static dev.onboarding.finance.assessment.Assessing.failing;
import static dev.onboarding.finance.assessment.Assessing.invoice;
import static dev.onboarding.finance.assessment.Assessing.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.onboarding.finance.assessment.StandInServers.Asked;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessInvoicesTests {

  @Test
  void readsOneAccountByItsOwnCall() {
    var servers = new StandInServers(_ -> answer(ONE, invoice(DEAL, "PAID_IN_FULL")));

    Assessment<InvoiceFinding> assessment = assess(servers, account(ONE, DEAL)).getFirst();

    assertThat(servers.asked)
        .containsExactly(
            new Asked(
                "netsuite",
                "netsuite_list_account_invoices",
                json(
                    "{'account_id':'%s','external_key':'ACME-001','opportunity_id':'%s','contract_id':'800000000000001AAA'}"
                        .formatted(ONE, DEAL))));
    assertThat(assessment.outcome()).isEqualTo(Outcome.JUDGED);
    assertThat(assessment.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.status()).isEqualTo(InvoiceStatus.PAID_IN_FULL))
        .satisfies(f -> assertThat(f.total()).isEqualTo(Money.of("100.50", "USD")))
        .satisfies(f ->
            assertThat(f.evidence())
                .extracting(Evidence::tool, Evidence::call, Evidence::digest)
                .containsExactly(tuple("netsuite_list_account_invoices", "call-1", "digest-1")));
  }

  /// A throttled NetSuite was once reported as "invoice id missing".
  @Test
  void keepsTheSixNamesOfAThrottledErp() {
    var servers = new StandInServers(_ -> failing(THROTTLED));

    Assessment<InvoiceFinding> assessment = assess(servers, account(ONE, DEAL)).getFirst();

    assertThat(assessment.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(assessment.failure()).isEqualTo(THROTTLED);
    assertThat(assessment.findings()).isEmpty();
  }

  @Test
  void answersUnderTheIdThatWasGiven() {
    String fifteen = ONE.substring(0, 15);
    var servers = new StandInServers(_ -> answer(ONE));

    InvoiceAssessments answer = assessments(servers, List.of(account(fifteen, null)));

    assertThat(answer.assessments().getFirst().accountId()).isEqualTo(fifteen);
    assertThat(servers.asked.getFirst().arguments().get("account_id").asString()).isEqualTo(ONE);
  }
}
