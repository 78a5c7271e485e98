package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.support.TenantRows;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several tasks of the system's are completed by one decision: all of them or none.
class CompleteSystemTasksPostgresTests {

  private static final String WELCOME = "send_welcome_email";
  private static final String TRAINING = "send_training_materials";
  private static final List<String> BOTH = List.of(TRAINING, WELCOME);

  private final ChecklistFixture fixture = new ChecklistFixture();
  private final UUID tenant = fixture.tenant("GROWTH");

  @BeforeEach
  void create() {
    fixture.create(tenant, "GROWTH");
    fixture.issueCredentials(tenant);
    fixture.systemTasks.settleByFacts(tenant);
  }

  @Test
  void completesAllOfThemAndAnswersTheWholeChecklist() {
    var checklist = complete(BOTH, decision(BOTH), "c1");

    assertThat(checklist.tasks()).hasSize(14);
    assertThat(status(WELCOME)).isEqualTo(TaskStatus.COMPLETED);
    assertThat(status(TRAINING)).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void givesTheSameAnswerUnderTheSameKey() {
    var first = complete(BOTH, decision(BOTH), "c1");

    assertThat(complete(BOTH, decision(BOTH), "c1")).isEqualTo(first);
  }

  @Test
  void answersJustWhatStandsThen() {
    fixture.clock.advance(Duration.ofNanos(123_456_789));

    var checklist = complete(BOTH, decision(BOTH), "c1");

    assertThat(checklist.tasks()).isEqualTo(stored());
    assertThat(checklist.tasks())
        .filteredOn(task -> task.code().equals("verify_login"))
        .extracting(Task::blocked)
        .containsExactly(false);
  }

  @Test
  void answersARepetitionUnderAnotherKeyWithWhatStandsThen() {
    complete(BOTH, decision(BOTH), "c1");
    fixture.clock.advance(Duration.ofMinutes(1));

    assertThat(complete(BOTH, decision(BOTH), "c2").tasks()).isEqualTo(stored());
  }

  @Test
  void takesADecisionForOneKeyOnly() {
    String decision = decision(BOTH);
    complete(BOTH, decision, "c1");

    assertThat(refusal(BOTH, decision)).isEqualTo("DECISION_FOR_ANOTHER_ORDER");
  }

  @Test
  void refusesADecisionForFewerOrOtherTasks() {
    assertThat(refusal(BOTH, decision(List.of(WELCOME)))).isEqualTo("DECISION_FOR_ANOTHER_ORDER");
    assertThat(refusal(List.of(WELCOME), decision(BOTH))).isEqualTo("DECISION_FOR_ANOTHER_ORDER");
    assertThat(refusal(BOTH, fixture.decision(tenant, WELCOME))).isEqualTo("DECISION_INCOMPLETE");
    assertThat(refusal(BOTH, null)).isEqualTo("DECISION_REQUIRED");
    assertThat(status(WELCOME)).isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void refusesWhatPeopleDoAndCompletesNoneOfThem() {
    var codes = List.of(WELCOME, "schedule_kickoff");

    assertThat(refusal(codes, decision(codes))).isEqualTo("NOT_SYSTEM_TASK");
    assertThat(status(WELCOME)).isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void refusesNoCodesUnknownCodesAndTooMany() {
    assertThat(refusal(List.of(), "none")).isEqualTo("TASK_UNNAMED");
    assertThat(refusal(List.of("send_flowers"), "none")).isEqualTo("TASK_NOT_FOUND");
    assertThat(refusal(Collections.nCopies(15, WELCOME), "none")).isEqualTo("TOO_MANY_TASKS");
  }

  private String decision(List<String> codes) {
    return fixture.coordinator.proceed(
        DecidedOrder.completions(TenantRows.ACCOUNT, tenant, codes), fixture.clock.instant());
  }

  private ChecklistRecord complete(List<String> codes, @Nullable String decision, String key) {
    return fixture.tools.completeSystem(tenant.toString(), codes, decision, key);
  }

  private String refusal(List<String> codes, @Nullable String decision) {
    return Assertions.catchThrowableOfType(
            FailureException.class, () -> complete(codes, decision, fixture.key()))
        .failure()
        .errorCode();
  }

  private List<Task> stored() {
    return fixture.tasks.ofTenant(tenant).stream()
        .map(task -> task.asOf(fixture.clock.instant()))
        .toList();
  }

  private TaskStatus status(String code) {
    return fixture.tasks.get(tenant, code).status();
  }
}
