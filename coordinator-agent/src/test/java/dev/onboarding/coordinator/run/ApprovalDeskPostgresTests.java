package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalDeskPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private RunId run;

  @BeforeEach
  void letARunWaitForAnAnswer() {
    run = database.open("e-1", "ACME-001").id();
    database
        .jdbc
        .sql("update coordinator.attempt set findings_digest = 'shown' where run_id = ?")
        .param(run.value())
        .update();
    database.in(run, RunState.GATHERING, RunState.ACTING, RunState.WAITING_APPROVAL);
  }

  @Test
  void letsTheRunGoOn() {
    long executions = database.executions();

    var result = answer(Approval.Answer.APPROVE, "shown");

    assertThat(result).isInstanceOf(ApprovalResult.Accepted.class);
    assertThat(database.run(run).state()).isEqualTo(RunState.ACTING);
    assertThat(database.executions()).isEqualTo(executions + 1);
    var approval = database.stores.approvals().of(run, 1).orElseThrow();
    assertThat(approval.approver()).isEqualTo("Petra Person");
    assertThat(approval.findingsDigest()).isEqualTo("shown");
    assertThat(database.stores.runs().history(run).getLast().why())
        .isEqualTo("APPROVE by Petra Person: Paid tomorrow");
  }

  @Test
  void takesTheSameAnswerAgainWithoutDoingAnything() {
    answer(Approval.Answer.APPROVE, "shown");
    long executions = database.executions();

    var again = answer(Approval.Answer.APPROVE, "shown");

    assertThat(again)
        .isInstanceOfSatisfying(
            ApprovalResult.Accepted.class, same -> assertThat(same.repeated()).isTrue());
    assertThat(database.executions()).isEqualTo(executions);
  }

  @Test
  void refusesAnotherAnswer() {
    answer(Approval.Answer.APPROVE, "shown");

    assertThat(refusal(answer(Approval.Answer.REJECT, "shown")))
        .isEqualTo("approval-already-given");
  }

  @Test
  void takesNobodyElsesAnswerAndNoneOnOtherFindingsForARepetition() {
    answer(Approval.Answer.APPROVE, "shown");

    assertThat(refusal(answer(Approval.Answer.APPROVE, "others")))
        .isEqualTo("approval-already-given");
    assertThat(refusal(answer("Paul Person", Approval.Answer.APPROVE, "shown")))
        .isEqualTo("approval-already-given");
  }

  @Test
  void refusesAnAnswerOnOtherFindings() {
    assertThat(refusal(answer(Approval.Answer.APPROVE, "others"))).isEqualTo("findings-changed");

    assertThat(database.run(run).state()).isEqualTo(RunState.WAITING_APPROVAL);
    assertThat(database.stores.approvals().of(run, 1)).isEmpty();
  }

  @Test
  void refusesAnApprovalWithTheDifferenceWhenAFreshReadingDiffers() {
    database.differences = List.of("invoice.remaining is 300 and was 0.");
    long executions = database.executions();

    var result = answer(Approval.Answer.APPROVE, "shown");

    assertThat(refusal(result)).isEqualTo("findings-changed");
    assertThat(((ApprovalResult.Refused) result).detail())
        .contains("invoice.remaining is 300 and was 0.");
    assertThat(database.stores.approvals().of(run, 1)).isEmpty();
    assertThat(database.run(run).state()).isEqualTo(RunState.WAITING_APPROVAL);
    assertThat(database.executions()).isEqualTo(executions + 1);
  }

  @Test
  void takesARejectionWithoutReadingAgain() {
    database.differences = List.of("Whatever.");

    assertThat(answer(Approval.Answer.REJECT, "shown")).isInstanceOf(ApprovalResult.Accepted.class);
  }

  @Test
  void refusesAnAnswerNobodyWaitsFor() {
    var other = database.open("e-2", "BETA-002").id();

    var result =
        database.approvals.answer(
            other, new ApprovalAnswer(Approval.Answer.APPROVE, "Petra", "Because", "shown"));

    assertThat(refusal(result.orElseThrow())).isEqualTo("approval-not-awaited");
  }

  @Test
  void countsOneOfManySimultaneousAnswers() throws Exception {
    long executions = database.executions();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 12)
                  .<Callable<ApprovalResult>>mapToObj(each ->
                      () ->
                          answer(
                              each % 2 == 0 ? Approval.Answer.APPROVE : Approval.Answer.REJECT,
                              "shown"))
                  .toList());

      assertThat(answers)
          .filteredOn(each ->
              each.resultNow() instanceof ApprovalResult.Accepted accepted && !accepted.repeated())
          .hasSize(1);
    }
    assertThat(database.executions()).isEqualTo(executions + 1);
  }

  private ApprovalResult answer(Approval.Answer answer, String digest) {
    return answer("Petra Person", answer, digest);
  }

  private ApprovalResult answer(String approver, Approval.Answer answer, String digest) {
    return database
        .approvals
        .answer(run, new ApprovalAnswer(answer, approver, "Paid tomorrow", digest))
        .orElseThrow();
  }

  private static String refusal(ApprovalResult result) {
    return ((ApprovalResult.Refused) result).code();
  }
}
