package dev.onboarding.contract.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.contract.assessment.StandInServers.Asked;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountContext.CrmContract;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Evidence;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessContractsTests {

  private static final String ONE = "001000000000001AAA";
  private static final String TWO = "001000000000002AAA";
  private static final String EXECUTED = contract("E1", "EXECUTED");
  private static final AssessmentLimits LIMITS = new AssessmentLimits(200, 2);
  private static final Failure THROTTLED =
      new Failure(
          ErrorType.RATE_LIMIT,
          "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
          400,
          "Too many calls.",
          "Wait until the hour is over.",
          "Integration Admin");

  @Test
  void readsOneAccountByItsOwnCall() {
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    Assessment<ContractFinding> assessment = assess(servers, account(ONE, "E1")).getFirst();

    assertThat(servers.asked)
        .containsExactly(
            new Asked(
                "clm",
                "clm_get_contract",
                json(
                    "{'account_id':'%s','envelope_id':'E1','account_name':'Acme'}"
                        .formatted(ONE))));
    assertThat(assessment.outcome()).isEqualTo(Outcome.JUDGED);
    assertThat(assessment.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.state()).isEqualTo(ContractState.EXECUTED))
        .satisfies(f ->
            assertThat(f.evidence())
                .extracting(Evidence::tool, Evidence::call, Evidence::digest)
                .containsExactly(
                    org.assertj.core.groups.Tuple.tuple("clm_get_contract", "call-1", "digest-1")));
  }

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
  void keepsTheSixNamesOfAFailure() {
    var servers = new StandInServers(_ -> failing(THROTTLED));

    Assessment<ContractFinding> assessment = assess(servers, account(ONE, null)).getFirst();

    assertThat(assessment.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(assessment.failure()).isEqualTo(THROTTLED);
    assertThat(assessment.findings()).isEmpty();
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
  void doesNotAskForAnEnvelopeThatCannotBeOne() {
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    Assessment<ContractFinding> assessment =
        assess(servers, account(ONE, "see folder /contracts")).getFirst();

    assertThat(servers.asked).hasSize(1);
    assertThat(servers.asked.getFirst().arguments().has("envelope_id")).isFalse();
    assertThat(assessment.findings().getFirst().choice()).contains("was not found");
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
  void answersUnderTheIdThatWasGiven() {
    String fifteen = ONE.substring(0, 15);
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    ContractAssessments answer = assessments(servers, List.of(account(fifteen, null)));

    assertThat(answer.assessments().getFirst().accountId()).isEqualTo(fifteen);
    assertThat(servers.asked.getFirst().arguments().get("account_id").asString()).isEqualTo(ONE);
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

  private static Failure refusal(StandInServers servers, List<AccountContext> accounts) {
    return catchThrowableOfType(FailureException.class, () -> assessments(servers, accounts))
        .failure();
  }

  private static List<Assessment<ContractFinding>> assess(
      StandInServers servers, AccountContext... accounts) {
    return assessments(servers, List.of(accounts)).assessments().stream()
        .map(AccountAssessment::assessment)
        .toList();
  }

  private static ContractAssessments assessments(
      StandInServers servers, List<AccountContext> accounts) {
    return new AssessContracts(new ReadContracts(servers, LIMITS), LIMITS).of(accounts);
  }

  private static List<Integer> counts(List<Assessment<ContractFinding>> assessments) {
    return assessments.stream().map(a -> a.findings().getFirst().count()).toList();
  }

  private static AccountContext account(String id, @Nullable String envelope) {
    var crm = new CrmContract("800000000000001AAA", null, envelope, null, null);
    return new AccountContext(id, null, "Acme", LocalDate.EPOCH, null, crm);
  }

  private static String failing(Failure failure) {
    throw new FailureException(failure);
  }

  private static String contract(String id, String status) {
    return "{'envelope_id':'%s','status':'%s','terminated':false,'on_paper':false,'new':1}"
        .formatted(id, status);
  }

  private static String answer(String account, String... contracts) {
    return "{'account_id':'%s','envelopes_matching':9,'contracts':[%s]}"
        .formatted(account, String.join(",", contracts))
        .replace('\'', '"');
  }

  private static String answers(String... answers) {
    return "{\"accounts\":[%s]}".formatted(String.join(",", answers));
  }

  private static tools.jackson.databind.JsonNode json(String text) {
    return dev.onboarding.edge.EdgeJson.mapper().readTree(text.replace('\'', '"'));
  }
}
