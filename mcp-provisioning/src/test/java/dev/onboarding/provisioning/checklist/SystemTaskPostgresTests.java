package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.support.TenantRows;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the system does passes for done by the coordinator's word only, and stays the system's.
class SystemTaskPostgresTests {

  private static final String WELCOME = "send_welcome_email";
  private static final String TRAINING = "send_training_materials";

  private final ChecklistFixture fixture = new ChecklistFixture();
  private final UUID tenant = fixture.tenant("GROWTH");

  @BeforeEach
  void create() {
    fixture.create(tenant, "GROWTH");
  }

  @Test
  void completesWithTheDecisionForJustThisTask() {
    Task done = fixture.complete(tenant, WELCOME, fixture.decision(tenant, WELCOME), "c1");

    assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(fixture.complete(tenant, WELCOME, fixture.decision(tenant, WELCOME), "c1"))
        .isEqualTo(done);
  }

  @ParameterizedTest
  @ValueSource(strings = {WELCOME, TRAINING})
  void refusesToCompleteWithoutADecision(String code) {
    Failure refusal = refusal(() -> fixture.complete(tenant, code, null, "c1"));

    assertThat(refusal.errorType()).isEqualTo(ErrorType.AUTHORIZATION);
    assertThat(refusal.errorCode()).isEqualTo("DECISION_REQUIRED");
    assertThat(status(code)).isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void refusesWithoutADecisionWhenNamedByItsId() {
    String task = fixture.tasks.get(tenant, WELCOME).taskId().toString();

    Failure refusal = refusal(() -> fixture.tools.complete(task, null, null, "system", null, "c1"));

    assertThat(refusal.errorCode()).isEqualTo("DECISION_REQUIRED");
    assertThat(status(WELCOME)).isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void refusesToRepeatTheAnswerWithoutADecision() {
    fixture.complete(tenant, WELCOME, fixture.decision(tenant, WELCOME), "c1");

    assertThat(refusal(() -> fixture.complete(tenant, WELCOME, null, "c1")).errorCode())
        .isEqualTo("DECISION_REQUIRED");
  }

  @Test
  void refusesADecisionForAnotherTaskTenantOrPurpose() {
    refusedAsAnotherOrder(fixture.decision(tenant, TRAINING));
    refusedAsAnotherOrder(fixture.decision(UUID.randomUUID(), WELCOME));
    refusedAsAnotherOrder(
        fixture.coordinator.proceed(
            DecidedOrder.credentials(TenantRows.ACCOUNT, tenant), fixture.clock.instant()));

    assertThat(status(WELCOME)).isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void refusesADecisionAboutAnotherAccount() {
    String foreign =
        fixture.coordinator.proceed(
            DecidedOrder.completion("001A000001LkPqzIAG", tenant, WELCOME),
            fixture.clock.instant());

    assertThat(refusal(() -> fixture.complete(tenant, WELCOME, foreign, "c1")).errorCode())
        .isEqualTo("DECISION_FOREIGN_ACCOUNT");
    assertThat(status(WELCOME)).isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void refusesADecisionThatWasSpentUnderAnotherKey() {
    String decision = fixture.decision(tenant, WELCOME);
    fixture.complete(tenant, WELCOME, decision, "c1");

    assertThat(refusal(() -> fixture.complete(tenant, WELCOME, decision, "c2")).errorCode())
        .isEqualTo("DECISION_FOR_ANOTHER_ORDER");
  }

  @Test
  void asksNoDecisionForWhatPeopleDoOrThisServerSees() {
    fixture.issueCredentials(tenant);
    fixture.systemTasks.settleByFacts(tenant);
    fixture.complete(tenant, WELCOME);

    assertThat(undecided("create_tenant").completedBy()).isEqualTo("system");
    assertThat(undecided("generate_api_credentials").completedBy()).isEqualTo("system");
    assertThat(undecided("schedule_kickoff").completedBy()).isEqualTo("Grace");
    assertThat(undecided("verify_login").completedBy()).isEqualTo("Grace");
  }

  @Test
  void staysTheSystems() {
    Failure refusal = refusal(() -> change(WELCOME, null, "cs_team"));

    assertThat(refusal.errorType()).isEqualTo(ErrorType.VALIDATION);
    assertThat(refusal.errorCode()).isEqualTo("SYSTEM_TASK");
    assertThat(refusal.message()).contains("Task 3 'Send welcome e-mail' is the system's");
    assertThat(fixture.tasks.get(tenant, WELCOME).owner()).isEqualTo(TaskOwner.SYSTEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conduct_kickoff", "verify_login", "onboarding_complete"})
  void becomesNoTaskOfTheSystems(String code) {
    TaskOwner before = fixture.tasks.get(tenant, code).owner();

    assertThat(refusal(() -> change(code, null, "system")).errorCode()).isEqualTo("SYSTEM_TASK");

    assertThat(fixture.tasks.get(tenant, code).owner()).isEqualTo(before);
  }

  @Test
  void changesWhatElseThereIsOfASystemTask() {
    Task changed = change(WELCOME, "by post", "system");

    assertThat(changed.note()).isEqualTo("by post");
    assertThat(changed.owner()).isEqualTo(TaskOwner.SYSTEM);
  }

  private void refusedAsAnotherOrder(String decision) {
    assertThat(
            refusal(() -> fixture.complete(tenant, WELCOME, decision, fixture.key())).errorCode())
        .isEqualTo("DECISION_FOR_ANOTHER_ORDER");
  }

  private Task undecided(String code) {
    return fixture.complete(tenant, code, null, fixture.key());
  }

  private Task change(String code, @Nullable String note, String owner) {
    String task = fixture.tasks.get(tenant, code).taskId().toString();
    return fixture.tools.update(task, null, note, owner, fixture.key());
  }

  private TaskStatus status(String code) {
    return fixture.tasks.get(tenant, code).status();
  }

  private static Failure refusal(ThrowingCallable call) {
    FailureException thrown = Assertions.catchThrowableOfType(FailureException.class, call);
    assertThat(thrown).isNotNull();
    return thrown.failure();
  }
}
