package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.model.AccountReference;
import dev.onboarding.provisioning.credentials.CredentialsIssued;
import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.tenant.TenantActivated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A tenant's checklist is made once and worked off in order.
class ChecklistPostgresTests {

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
  void givesEveryTaskItsCalendarDay() {
    List<Task> tasks = fixture.create(fixture.tenant("ENTERPRISE"), "ENTERPRISE").tasks();

    assertThat(tasks)
        .extracting(task -> task.dueDate().toEpochDay() - LocalDate.of(2030, 5, 6).toEpochDay())
        .containsExactly(0L, 0L, 0L, 0L, 1L, 3L, 7L, 10L, 2L, 5L, 7L, 14L, 30L, 45L);
    assertThat(tasks).extracting(Task::number).containsExactlyElementsOf(oneTo(14));
  }

  @Test
  void countsFromTheDayItIsForTheCustomer() {
    UUID tenant = fixture.tenant("GROWTH");

    ChecklistRecord made = fixture.create(tenant, "GROWTH", "2030-05-06T23:30:00Z", "Asia/Tokyo");

    assertThat(made.tasks().get(4).dueDate()).isEqualTo("2030-05-08");
  }

  @Test
  void keepsToCalendarDaysAcrossAChangeOfTheClocks() {
    UUID tenant = fixture.tenant("GROWTH");

    ChecklistRecord made =
        fixture.create(tenant, "GROWTH", "2030-03-31T00:30:00+01:00", "Europe/Berlin");

    assertThat(made.tasks().get(4).dueDate()).isEqualTo("2030-04-01");
  }

  @Test
  void skipsWhatTheTierDoesNotHave() {
    assertThat(skipped("ENTERPRISE")).isEmpty();
    assertThat(skipped("GROWTH")).containsExactly("configure_sso");
    assertThat(skipped("STARTER")).containsExactly("configure_sso", "create_custom_reports");
  }

  @Test
  void recordsTheVersionOfItsTemplate() {
    UUID tenant = fixture.tenant("GROWTH");

    assertThat(fixture.create(tenant, "GROWTH").templateVersion()).isEqualTo("1");
    assertThat(fixture.store.dump("checklists")).contains("\"template_version\":\"1\"");
  }

  @Test
  void makesOneChecklistHoweverOftenItIsAsked() {
    UUID tenant = fixture.tenant("GROWTH");
    List<UUID> made;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      made =
          IntStream.range(0, 8)
              .mapToObj(n -> "parallel-" + n)
              .map(key ->
                  CompletableFuture.supplyAsync(
                      () ->
                          fixture
                              .tools
                              .createChecklist(
                                  tenant.toString(),
                                  TenantRows.ACCOUNT,
                                  null,
                                  null,
                                  "GROWTH",
                                  "2030-05-06",
                                  "Europe/Berlin",
                                  key)
                              .checklistId(),
                      threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(made).hasSize(8).containsOnly(made.getFirst());
    assertThat(fixture.store.count("tasks")).isEqualTo(14);
  }

  @Test
  void belongsToATenantThatExistsAndMatches() {
    UUID tenant = fixture.tenant("GROWTH");

    assertThatThrownBy(() -> fixture.create(tenant, "STARTER"))
        .hasMessageContaining("TENANT_MISMATCH")
        .hasMessageContaining("GROWTH, not STARTER");
    assertThatThrownBy(() ->
            fixture.tools.createChecklist(
                UUID.randomUUID().toString(),
                TenantRows.ACCOUNT,
                null,
                null,
                "GROWTH",
                "2030-05-06",
                "Europe/Berlin",
                "k"))
        .hasMessageContaining("TENANT_NOT_FOUND");
  }

  @Test
  void completesByWhatReallyHappened() {
    UUID tenant = fixture.tenant("GROWTH");
    fixture.issueCredentials(tenant);

    List<Task> tasks = fixture.create(tenant, "GROWTH").tasks();

    assertThat(tasks.subList(0, 3))
        .extracting(Task::status, Task::completedBy, Task::completedAt)
        .containsExactly(
            tuple(TaskStatus.COMPLETED, "system", Instant.parse("2030-05-01T00:00:00Z")),
            tuple(TaskStatus.COMPLETED, "system", Instant.parse("2030-05-02T00:00:00Z")),
            tuple(TaskStatus.OPEN, null, null));
  }

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
        fixture.tools.complete(first.taskId().toString(), null, null, "Somebody else", "again");

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

  private List<String> skipped(String tier) {
    String account = new AccountReference("001A0000000000" + tier.charAt(0)).value();
    UUID tenant = TenantRows.insert(fixture.store, account, tier, "ACTIVE");
    return fixture.create(tenant, tier).tasks().stream()
        .filter(task -> task.status() == TaskStatus.SKIPPED)
        .map(Task::code)
        .toList();
  }

  private Progress progress(UUID tenant) {
    return fixture.views.list(tenant.toString(), null, null, null, null, null).progress();
  }

  private static List<Integer> oneTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
