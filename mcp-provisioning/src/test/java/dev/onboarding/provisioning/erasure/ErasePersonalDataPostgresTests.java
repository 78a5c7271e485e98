package dev.onboarding.provisioning.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.TestDecisions;
import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.support.TestStore;
import dev.onboarding.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Personal texts are planted in every table and looked for afterwards.
class ErasePersonalDataPostgresTests {

  private static final String OTHER = "001A000001LkPqyIAF";
  private static final List<String> TABLES =
      List.of("tenants", "checklists", "tasks", "credentials", "recorded_answers");

  private final SettableClock clock = SettableClock.at(Instant.parse("2030-05-06T12:00:00Z"));
  private final SigningKey coordinator = SigningKey.generated();
  private final TestStore store = TestStore.empty();
  private final ErasureTools tools =
      new ErasureTools(
          new ErasePersonalData(
              TestDecisions.checkedBy(coordinator, store, clock),
              store.answers(clock),
              new PersonalRows(store.db(), EdgeJson.mapper()),
              clock));

  @BeforeEach
  void plant() {
    plant(TenantRows.ACCOUNT, "canary");
    plant(OTHER, "neighbour");
  }

  @Test
  void leavesNothingPersonalInAnyTable() {
    assertThat(all()).contains("canary");

    var erased = erase("e1");

    assertThat(all()).doesNotContain("canary", "\\\\x63616e617279");
    assertThat(erased.tenants()).isEqualTo(1);
    assertThat(erased.tasks()).isEqualTo(2);
    assertThat(erased.taskIds()).hasSize(2);
    assertThat(erased.credentialLinks()).isEqualTo(1);
    assertThat(erased.answers()).isEqualTo(2);
    assertThat(erased.erasedAt()).isEqualTo(clock.instant());
  }

  @Test
  void keepsWhatNamesNobody() {
    erase("e1");

    assertThat(store.dump("tenants"))
        .contains(TenantRows.ACCOUNT, "GROWTH", "ACTIVE", "\"erased_at\":\"2030-05-06T");
    assertThat(store.dump("tasks")).contains("COMPLETED", "CANCELLED", "\"system\"");
    assertThat(store.count("credentials")).isEqualTo(2);
    assertThat(store.dump("recorded_answers")).contains("create_tenant", "\"completed_by\"");
  }

  @Test
  void leavesOtherAccountsAlone() {
    var before = neighbours();

    erase("e1");

    assertThat(neighbours()).isEqualTo(before);
  }

  @Test
  void answersARepeatedCallFromWhatIsRecorded() {
    var first = erase("e1");
    clock.set(clock.instant().plusSeconds(60));

    assertThat(erase("e1")).isEqualTo(first);
  }

  @Test
  void erasesWhatCameAfterwardsUnderANewKey() {
    erase("e1");
    plantTask(TenantRows.ACCOUNT, "canary", "later", "COMPLETED", "canary Grace");

    erase("e2");

    assertThat(all()).doesNotContain("canary");
  }

  @Test
  void findsNothingOfAnAccountItDoesNotKnow() {
    var order = coordinator.proceed(DecidedOrder.erasure("001A000001LkPqtIAF"), clock.instant());

    var erased = tools.erase("001A000001LkPqtIAF", "asked for", order, "e1");

    assertThat(erased.tenants()).isZero();
    assertThat(erased.taskIds()).isEmpty();
  }

  @Test
  void refusesWithoutTheCoordinatorsOrderForJustThis() {
    refused(null, "DECISION_REQUIRED");
    refused(
        coordinator.proceed(DecidedOrder.erasure(OTHER), clock.instant()),
        "DECISION_FOREIGN_ACCOUNT");
    refused(
        coordinator.proceed(
            DecidedOrder.suspension(TenantRows.ACCOUNT, UUID.randomUUID()), clock.instant()),
        "DECISION_FOR_ANOTHER_ORDER");
    assertThat(all()).contains("canary");
  }

  private void refused(String order, String code) {
    var thrown =
        Assertions.catchThrowableOfType(
            FailureException.class,
            () -> tools.erase(TenantRows.ACCOUNT, "asked for", order, "e1"));
    assertThat(thrown.failure().errorCode()).isEqualTo(code);
  }

  private ErasureRecord erase(String key) {
    var order = coordinator.proceed(DecidedOrder.erasure(TenantRows.ACCOUNT), clock.instant());
    return tools.erase(TenantRows.ACCOUNT, "asked for", order, key);
  }

  private String all() {
    return String.join("\n", TABLES.stream().map(store::dump).toList());
  }

  private List<String> neighbours() {
    return all().lines().filter(line -> line.contains("neighbour")).sorted().toList();
  }

  private void plant(String account, String text) {
    UUID tenant = TenantRows.insert(store, account, "GROWTH", "ACTIVE");
    run(
        """
        UPDATE provisioning.tenants SET account_name = '%1$s Ltd', failure_message = '%1$s failed',
          suspended_reason = '%1$s asked' WHERE tenant_id = '%2$s'
        """
            .formatted(text, tenant));
    run(
        """
        INSERT INTO provisioning.checklists (checklist_id, tenant_id, account_id, account_name,
          customer_email, tier, template_version, start_date, time_zone, created_at)
        VALUES (gen_random_uuid(), '%s', '%s', '%3$s Ltd', 'ada@%3$s.example', 'GROWTH', '1',
          '2030-05-06', 'UTC', now())
        """
            .formatted(tenant, account, text));
    plantTask(account, text, "create_tenant", "COMPLETED", "system");
    plantTask(account, text, "kickoff", "CANCELLED", null);
    run(
        """
        INSERT INTO provisioning.credentials (binding_id, tenant_id, token_hash, sealed, issued_at,
          expires_at) VALUES (gen_random_uuid(), '%s', '%s', '%s', now(), '2030-06-01')
        """
            .formatted(tenant, account, text));
    plantAnswer(
        "tasks_create_checklist",
        account,
        "{\"tasks\":[{\"account_id\":\"%s\",\"code\":\"create_tenant\",\"note\":\"%s\",\"completed_by\":\"system\"}]}"
            .formatted(account, text));
    plantAnswer(
        "provision_create_tenant",
        account,
        "{\"account_id\":\"%s\",\"status_reason\":\"%s\",\"completed_by\":\"%s\"}"
            .formatted(account, text, text));
  }

  private void plantTask(String account, String text, String code, String status, String by) {
    run(
        """
        INSERT INTO provisioning.tasks (task_id, checklist_id, number, code, title, owner, status,
          due_date, depends_on, note, completed_at, completed_by, cancelled_reason, updated_at)
        SELECT gen_random_uuid(), checklist_id, %d, '%s', 'Title', 'customer', '%s', '2030-05-07',
          '{}', '%s note', %s, %s, '%4$s reason', now()
        FROM provisioning.checklists WHERE account_id = '%7$s'
        """
            .formatted(
                code.length(),
                code,
                status,
                text,
                status.equals("COMPLETED") ? "now()" : "NULL",
                by == null ? "NULL" : "'" + by + "'",
                account));
  }

  private void plantAnswer(String tool, String key, String answer) {
    run(
        "INSERT INTO provisioning.recorded_answers VALUES ('%s', '%s', 'd', '%s', now())"
            .formatted(tool, key, answer));
  }

  private void run(String statement) {
    store.db().sql(statement).update();
  }
}
