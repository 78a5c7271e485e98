package dev.onboarding.finance.assessment;

import static dev.onboarding.finance.assessment.Assessing.DEAL;
import static dev.onboarding.finance.assessment.Assessing.ONE;
import static dev.onboarding.finance.assessment.Assessing.OTHER_DEAL;
import static dev.onboarding.finance.assessment.Assessing.THROTTLED;
import static dev.onboarding.finance.assessment.Assessing.TWO;
import static dev.onboarding.finance.assessment.Assessing.account;
import static dev.onboarding.finance.assessment.Assessing.answer;
import static dev.onboarding.finance.assessment.Assessing.answers;
import static dev.onboarding.finance.assessment.Assessing.assess;
import static dev.onboarding.finance.assessment.Assessing.assessments;
import static dev.onboarding.finance.assessment.Assessing.failing;
import static dev.onboarding.finance.assessment.Assessing.invoice;
import static dev.onboarding.finance.assessment.Assessing.json;
import static dev.onboarding.finance.assessment.Assessing.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.finance.assessment.StandInServers.Asked;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessManyInvoicesTests {

  @Test
  void readsManyAccountsByOneCall() {
    var servers = new StandInServers(_ -> answers(answer(TWO), answer(ONE, invoice(DEAL, "OPEN"))));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(TWO, null));

    assertThat(servers.asked)
        .containsExactly(
            new Asked(
                "netsuite",
                "netsuite_get_invoices",
                json(
                    "{'accounts':[{'account_id':'%s','external_key':'ACME-001','opportunity_id':'%s','contract_id':'800000000000001AAA'},{'account_id':'%s','external_key':'ACME-001'}]}"
                        .formatted(ONE, DEAL, TWO))));
    assertThat(assessments).extracting(a -> a.findings().getFirst().count()).containsExactly(1, 0);
  }

  @Test
  void namesTheCustomerThatIsBilledInsteadInABatchToo() {
    String billedElsewhere =
        "{'account_id':'%s','customers':[{'id':'7','name':'Acme'}],'other_customers':[{'id':'8','name':'Acme Group'}],'invoices':[%s]}"
            .formatted(ONE, invoice(DEAL, "OPEN").replace("{'id'", "{'customer_id':'8','id'"))
            .replace('\'', '"');
    var servers = new StandInServers(_ -> answers(billedElsewhere, answer(TWO)));

    InvoiceFinding finding =
        assess(servers, account(ONE, DEAL), account(TWO, null)).getFirst().findings().getFirst();

    assertThat(finding.customerName()).isEqualTo("Acme Group");
    assertThat(finding.choice()).contains("does not match: Acme Group");
  }

  @Test
  void failsOnlyTheAccountThatFailed() {
    String failed =
        "{'account_id':'%s','failure':{'error_type':'rate_limit','error_code':'X','message':'m','resolution':'r','owner':'o'}}"
            .formatted(ONE)
            .replace('\'', '"');
    var servers = new StandInServers(_ -> answers(failed, answer(TWO)));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(TWO, DEAL));

    assertThat(assessments)
        .extracting(Assessment::outcome)
        .containsExactly(Outcome.FAILED, Outcome.JUDGED);
    assertThat(assessments.getFirst().failure().errorCode()).isEqualTo("X");
  }

  @Test
  void failsAnAccountThatTheAnswerLeavesOut() {
    var servers = new StandInServers(_ -> answers(answer(TWO)));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(TWO, DEAL));

    assertThat(assessments.getFirst().failure().errorCode()).isEqualTo("ACCOUNT_LEFT_OUT");
    assertThat(assessments.getLast().outcome()).isEqualTo(Outcome.JUDGED);
  }

  @Test
  void readsOneByOneWhenTheBatchIsRefused() {
    Failure refused = Failure.invalid("CURRENCY_UNKNOWN", "no currency");
    var servers =
        new StandInServers(asked ->
            asked.tool().equals("netsuite_get_invoices")
                    || asked.arguments().toString().contains(ONE)
                ? failing(refused)
                : answer(TWO));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(TWO, DEAL));

    assertThat(assessments)
        .extracting(Assessment::outcome)
        .containsExactly(Outcome.FAILED, Outcome.JUDGED);
  }

  @Test
  void doesNotMeetAnOutageAgainForEveryAccount() {
    var servers = new StandInServers(_ -> failing(THROTTLED));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(TWO, DEAL));

    assertThat(servers.asked).hasSize(1);
    assertThat(assessments).extracting(Assessment::failure).containsOnly(THROTTLED);
  }

  @Test
  void asksForNoMoreAccountsThanTheServerTakes() {
    String three = "001000000000003AAA";
    var servers =
        new StandInServers(asked ->
            asked.tool().equals("netsuite_get_invoices")
                ? answers(answer(ONE), answer(TWO))
                : answer(three));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(TWO, DEAL), account(three, DEAL));

    assertThat(assessments).extracting(Assessment::outcome).containsOnly(Outcome.JUDGED);
    assertThat(servers.asked)
        .extracting(Asked::tool)
        .containsExactly("netsuite_get_invoices", "netsuite_list_account_invoices");
  }

  @Test
  void servesTheRestOfABatchWithAMalformedId() {
    var servers = new StandInServers(_ -> answer(ONE));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account("ACME 1", null), account("ACME-001", null), account(ONE, null));

    assertThat(assessments)
        .extracting(Assessment::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.JUDGED);
    assertThat(assessments.getFirst().failure().errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(assessments.getFirst().failure().message()).contains("'ACME 1'");
    assertThat(servers.asked).hasSize(1);
  }

  @Test
  void answersForAnAccountThatIsGivenTwiceWithTwoDeals() {
    var servers =
        new StandInServers(
            _ -> answer(ONE, invoice(DEAL, "OPEN"), invoice(OTHER_DEAL, "PENDING_APPROVAL")));

    List<Assessment<InvoiceFinding>> assessments =
        assess(servers, account(ONE, DEAL), account(ONE, OTHER_DEAL), account(ONE, DEAL));

    assertThat(assessments)
        .extracting(a -> a.findings().getFirst().status())
        .containsExactly(InvoiceStatus.OPEN, InvoiceStatus.PENDING_APPROVAL, InvoiceStatus.OPEN);
    assertThat(servers.asked).hasSize(2);
  }

  @Test
  void refusesAnEmptyAndAnOversizedBatch() {
    var servers = new StandInServers(_ -> answer(ONE));

    assertThat(refusal(servers, List.of()).errorCode()).isEqualTo("NO_ACCOUNTS");
    assertThat(refusal(servers, Collections.nCopies(201, account(ONE, null))).message())
        .contains("201")
        .contains("at most 200");
    assertThat(servers.asked).isEmpty();
  }
}
