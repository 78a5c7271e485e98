package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.provisioning.credentials.CredentialsIssued;
import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.tenant.TenantActivated;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A checklist is worked off in the order of its dependencies.
class WorkOffTasksPostgresTests {

  private static final List<String> IN_ORDER =
      List.of(
          "send_welcome_email",
          "send_training_materials",
          "schedule_kickoff",
          "conduct_kickoff",
          "verify_login",
          "complete_tour",
          "invite_team",
          "create_first_campaign",
          "check_in_30_day",
          "onboarding_complete");

  private final ChecklistFixture fixture = new ChecklistFixture();

  @Test
  void completesWhenItHappensLater() {
    UUID tenant = TenantRows.insert(fixture.store, "GROWTH", "PROVISIONING");
    fixture.create(tenant, "GROWTH");
    assertThatThrownBy(() -> fixture.complete(tenant, "create_tenant"))
        .hasMessageContaining("NOT_HAPPENED");

    fixture
        .store
        .db()
        .sql("UPDATE provisioning.tenants SET status = 'ACTIVE', activated_at = created_at")
        .update();
    fixture.systemTasks.on(new TenantActivated(tenant, fixture.clock.instant()));
    assertThatThrownBy(() -> fixture.complete(tenant, "generate_api_credentials"))
        .hasMessageContaining("NOT_HAPPENED");
    fixture.issueCredentials(tenant);
    fixture.systemTasks.on(new CredentialsIssued(tenant, fixture.clock.instant()));

    assertThat(fixture.complete(tenant, "create_tenant").completedBy()).isEqualTo("system");
    assertThat(fixture.complete(tenant, "generate_api_credentials").completedBy())
        .isEqualTo("system");
  }

  @Test
  void refusesToCompleteOnboardingFirst() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");

    assertThatThrownBy(() -> fixture.complete(tenant, "onboarding_complete"))
        .hasMessageContaining("DEPENDENCY_OPEN")
        .hasMessageContaining("task 12 'Create first campaign'")
        .hasMessageContaining("task 13 '30-day check-in'");
    assertThat(fixture.tasks.get(tenant, "onboarding_complete").status())
        .isEqualTo(TaskStatus.OPEN);
  }

  @Test
  void bringsAStarterChecklistToTheEnd() {
    UUID tenant = fixture.tenant("STARTER");
    fixture.issueCredentials(tenant);
    fixture.create(tenant, "STARTER");

    IN_ORDER.forEach(code -> fixture.complete(tenant, code));

    assertThat(progress(tenant)).isEqualTo(new Progress(14, 14, 100));
  }

  @Test
  void showsWhatIsBlockedAndFreesItInTurn() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");
    assertThat(fixture.tasks.get(tenant, "send_welcome_email").blocked()).isFalse();
    assertThat(fixture.tasks.get(tenant, "verify_login").blocked()).isTrue();

    fixture.complete(tenant, "send_welcome_email");

    assertThat(fixture.tasks.get(tenant, "verify_login").blocked()).isFalse();
  }

  @Test
  void completesAgainWithoutHarm() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");
    Task first = fixture.complete(tenant, "send_welcome_email");

    fixture.clock.advance(Duration.ofHours(1));
    Task again =
        fixture.tools.complete(
            first.taskId().toString(),
            null,
            null,
            "Somebody else",
            fixture.decision(tenant, "send_welcome_email"),
            "again");

    assertThat(again).isEqualTo(first);
    assertThat(first.completedBy()).isEqualTo("Grace");
    assertThat(first.completedAt()).isEqualTo("2030-05-06T12:00:00Z");
  }

  @Test
  void refusesToCompleteWhatIsSkipped() {
    UUID tenant = fixture.tenant("STARTER");
    fixture.create(tenant, "STARTER");

    assertThatThrownBy(() -> fixture.complete(tenant, "configure_sso"))
        .hasMessageContaining("TASK_NOT_OPEN");
  }

  @Test
  void cancelsOneTaskAndLetsTheRestGoOn() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");
    UUID welcome = fixture.tasks.get(tenant, "send_welcome_email").taskId();

    CancelledTasks cancelled =
        fixture.tools.cancel(welcome.toString(), null, "done by phone", "c1");

    assertThat(cancelled.tasks()).extracting(Task::status).containsExactly(TaskStatus.CANCELLED);
    assertThat(fixture.tasks.get(tenant, "verify_login").blocked()).isFalse();
    assertThat(progress(tenant).total()).isEqualTo(13);
    assertThat(fixture.store.dump("tasks")).contains("done by phone");
  }

  @Test
  void cancelsAllThatIsOpen() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");

    CancelledTasks cancelled = fixture.tools.cancel(null, tenant.toString(), "customer left", "c1");

    assertThat(cancelled.tasks()).hasSize(12);
    assertThat(fixture.tools.cancel(null, tenant.toString(), "customer left", "c1"))
        .isEqualTo(cancelled);
    assertThat(fixture.tools.cancel(null, tenant.toString(), "customer left", "c2").tasks())
        .isEmpty();
    assertThatThrownBy(() -> fixture.tools.cancel(null, UUID.randomUUID().toString(), "x", "c3"))
        .hasMessageContaining("CHECKLIST_NOT_FOUND");
    assertThatThrownBy(() -> fixture.tools.cancel(null, null, "x", "c4"))
        .hasMessageContaining("TASK_UNNAMED");
  }

  @Test
  void changesOnlyWhatIsGiven() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");
    String kickoff = fixture.tasks.get(tenant, "conduct_kickoff").taskId().toString();

    fixture.tools.update(kickoff, null, "on site", null, "u1");
    Task changed = fixture.tools.update(kickoff, "2030-05-20", null, "customer", "u2");

    assertThat(changed.dueDate()).isEqualTo("2030-05-20");
    assertThat(changed.owner()).isEqualTo(TaskOwner.CUSTOMER);
    assertThat(changed.note()).isEqualTo("on site");
    assertThatThrownBy(() -> fixture.tools.update(kickoff, null, null, null, "u3"))
        .hasMessageContaining("NOTHING_TO_CHANGE");
    assertThatThrownBy(() -> fixture.tools.update(kickoff, "soon", null, null, "u4"))
        .hasMessageContaining("due_date 'soon'");
    assertThatThrownBy(
            () -> fixture.tools.update(UUID.randomUUID().toString(), null, "x", null, "u5"))
        .hasMessageContaining("TASK_NOT_FOUND");
  }

  @Test
  void changesNothingThatIsDone() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.create(tenant, "GROWTH");
    Task welcome = fixture.complete(tenant, "send_welcome_email");

    assertThatThrownBy(
            () -> fixture.tools.update(welcome.taskId().toString(), "2030-05-20", null, null, "u"))
        .hasMessageContaining("TASK_NOT_OPEN");
  }

  private Progress progress(UUID tenant) {
    return fixture.views.list(tenant.toString(), null, null, null, null, null).progress();
  }
}
