package dev.onboarding.contract.assessment;

import static dev.onboarding.contract.assessment.Assessing.EXECUTED;
import static dev.onboarding.contract.assessment.Assessing.ONE;
import static dev.onboarding.contract.assessment.Assessing.THROTTLED;
import static dev.onboarding.contract.assessment.Assessing.TWO;
import static dev.onboarding.contract.assessment.Assessing.account;
import static dev.onboarding.contract.assessment.Assessing.answer;
import static dev.onboarding.contract.assessment.Assessing.answers;
import static dev.onboarding.contract.assessment.Assessing.assess;
import static dev.onboarding.contract.assessment.Assessing.assessments;
import static dev.onboarding.contract.assessment.Assessing.contract;
import static dev.onboarding.contract.assessment.Assessing.counts;
import static dev.onboarding.contract.assessment.Assessing.failing;
import static dev.onboarding.contract.assessment.Assessing.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.contract.assessment.StandInServers.Asked;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessManyContractsTests {

  @Test
  void readsManyAccountsByOneCall() {
    var servers = new StandInServers(_ -> answers(answer(TWO), answer(ONE, EXECUTED)));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, null), account(TWO, null));

    assertThat(servers.asked).extracting(Asked::tool).containsExactly("clm_get_contracts");
    assertThat(counts(assessments)).containsExactly(1, 0);
  }

  @Test
  void asksForNoMoreAccountsThanTheServerTakes() {
    String three = "001000000000003AAA";
    var servers =
        new StandInServers(asked ->
            asked.tool().equals("clm_get_contract")
                ? answer(three, EXECUTED)
                : answers(answer(ONE, EXECUTED), answer(TWO, EXECUTED)));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, null), account(TWO, null), account(three, null));

    assertThat(counts(assessments)).containsExactly(1, 1, 1);
    assertThat(servers.asked)
        .extracting(Asked::tool)
        .containsExactly("clm_get_contracts", "clm_get_contract");
  }

  @Test
  void failsOnlyTheAccountThatFailed() {
    String failed =
        "{'account_id':'%s','failure':{'error_type':'rate_limit','error_code':'X','message':'m','resolution':'r','owner':'o'}}"
            .formatted(ONE)
            .replace('\'', '"');
    var servers = new StandInServers(_ -> answers(failed, answer(TWO, EXECUTED)));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, null), account(TWO, null));

    assertThat(assessments)
        .extracting(Assessment::outcome)
        .containsExactly(Outcome.FAILED, Outcome.JUDGED);
    assertThat(assessments.getFirst().failure().errorCode()).isEqualTo("X");
  }

  @Test
  void failsAnAccountThatTheAnswerLeavesOut() {
    var servers = new StandInServers(_ -> answers(answer(TWO, EXECUTED)));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, null), account(TWO, null));

    assertThat(assessments.getFirst().failure().errorCode()).isEqualTo("ACCOUNT_LEFT_OUT");
    assertThat(assessments.getLast().outcome()).isEqualTo(Outcome.JUDGED);
  }

  @Test
  void readsOneByOneWhenTheBatchIsRefused() {
    Failure refused = Failure.invalid("INVALID_ARGUMENT", "envelope_id does not fit");
    var servers =
        new StandInServers(asked ->
            asked.tool().endsWith("s") || asked.arguments().toString().contains(ONE)
                ? failing(refused)
                : answer(TWO, EXECUTED));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, null), account(TWO, null));

    assertThat(assessments)
        .extracting(Assessment::outcome)
        .containsExactly(Outcome.FAILED, Outcome.JUDGED);
  }

  @Test
  void doesNotMeetAnOutageAgainForEveryAccount() {
    var servers = new StandInServers(_ -> failing(THROTTLED));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, null), account(TWO, null));

    assertThat(servers.asked).hasSize(1);
    assertThat(assessments).extracting(Assessment::failure).containsOnly(THROTTLED);
  }

  @Test
  void servesTheRestOfABatchWithAMalformedId() {
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account("ACME 1", null), account("ACME-001", null), account(ONE, null));

    assertThat(assessments)
        .extracting(Assessment::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.JUDGED);
    assertThat(assessments.getFirst().failure().errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(assessments.getFirst().failure().message()).contains("'ACME 1'");
    assertThat(servers.asked).extracting(Asked::tool).containsExactly("clm_get_contract");
  }

  @Test
  void answersForAnAccountThatIsGivenTwiceWithTwoContracts() {
    var servers =
        new StandInServers(asked ->
            asked.arguments().path("envelope_id").asString("").equals("E2")
                ? answer(ONE, contract("E2", "SENT"))
                : answer(ONE, EXECUTED));

    List<Assessment<ContractFinding>> assessments =
        assess(servers, account(ONE, "E1"), account(ONE, "E2"), account(ONE, "E1"));

    assertThat(assessments)
        .extracting(a -> a.findings().getFirst().state())
        .containsExactly(ContractState.EXECUTED, ContractState.SENT, ContractState.EXECUTED);
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
