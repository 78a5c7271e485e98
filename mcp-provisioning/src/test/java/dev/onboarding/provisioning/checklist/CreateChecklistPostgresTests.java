package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.model.AccountReference;
import dev.onboarding.provisioning.support.TenantRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A tenant's checklist is made once, with what already happened.
class CreateChecklistPostgresTests {

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
                                  null,
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
  void answersWithTheChecklistThatStandsWhateverItsTemplate() {
    UUID tenant = fixture.tenant("GROWTH");
    ChecklistRecord first = fixture.create(tenant, "GROWTH");

    assertThat(fixture.create(tenant, SHORT, fixture.key())).isEqualTo(first);
    assertThat(fixture.create(tenant, "GROWTH")).isEqualTo(first);
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
                null,
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
  void makesItFromTheTemplateThatIsGiven() {
    UUID tenant = fixture.tenant("GROWTH");
    String key = fixture.key();

    ChecklistRecord made = fixture.create(tenant, SHORT, key);

    assertThat(made.templateVersion()).isEqualTo("short");
    assertThat(made.tasks()).extracting(Task::title).endsWith("Say hello").hasSize(5);
    assertThat(fixture.create(tenant, SHORT, key)).isEqualTo(made);
    assertThatThrownBy(() -> fixture.create(tenant, SHORT.replace("Say hello", "Wave"), key))
        .hasMessageContaining("IDEMPOTENCY_KEY");
  }

  @Test
  void previewsWhatItWouldMake() {
    var plan = fixture.views.preview("STARTER", "2030-05-06", "Europe/Berlin", SHORT);

    assertThat(plan.templateVersion()).isEqualTo("short");
    assertThat(plan.tasks().getLast())
        .isEqualTo(
            new PlannedTask(
                5,
                "say_hello",
                "Say hello",
                TaskOwner.CS_TEAM,
                TaskStatus.SKIPPED,
                LocalDate.parse("2030-05-09"),
                List.of(1)));
    assertThat(fixture.views.preview("GROWTH", "2030-05-06", "Europe/Berlin", null).tasks())
        .hasSize(14);
    assertThat(fixture.store.count("tasks")).isZero();
  }

  private static final String SHORT =
      """
      version: short
      tasks:
      - {number: 1, code: create_tenant, title: Create, owner: system, due_after_days: 0}
      - {number: 2, code: generate_api_credentials, title: Key, owner: system, due_after_days: 0}
      - {number: 3, code: send_welcome_email, title: Greet, owner: system, due_after_days: 0}
      - {number: 4, code: send_training_materials, title: Train, owner: system, due_after_days: 0}
      - {number: 5, code: say_hello, title: Say hello, owner: cs_team, due_after_days: 3, depends_on: [1], tiers: [GROWTH]}
      """;

  private List<String> skipped(String tier) {
    String account = new AccountReference("001A0000000000" + tier.charAt(0)).value();
    UUID tenant = TenantRows.insert(fixture.store, account, tier, "ACTIVE");
    return fixture.create(tenant, tier).tasks().stream()
        .filter(task -> task.status() == TaskStatus.SKIPPED)
        .map(Task::code)
        .toList();
  }

  private static List<Integer> oneTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
