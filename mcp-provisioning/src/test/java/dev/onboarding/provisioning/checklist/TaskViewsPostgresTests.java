package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.provisioning.support.TenantRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The views on tasks: whose, which, how late.
class TaskViewsPostgresTests {

  private static final String OTHER = "001A000001LkPqyIAF";

  private final ChecklistFixture fixture = new ChecklistFixture();
  private final UUID acme = fixture.tenant("GROWTH");

  @Test
  void narrowsByOwnerAndStatus() {
    fixture.create(acme, "GROWTH");

    TaskPage customer = list("customer", null);
    TaskPage open = list("system", "OPEN");

    assertThat(customer.tasks())
        .extracting(Task::code)
        .containsExactly("verify_login", "complete_tour", "invite_team", "create_first_campaign");
    assertThat(open.tasks())
        .extracting(Task::code)
        .containsExactly(
            "generate_api_credentials", "send_welcome_email", "send_training_materials");
    assertThat(open.progress()).isEqualTo(new Progress(1, 4, 25));
  }

  @Test
  void narrowsByAccount() {
    fixture.create(acme, "GROWTH");
    fixture.create(TenantRows.insert(fixture.store, OTHER, "STARTER", "ACTIVE"), "STARTER");

    TaskPage page = fixture.views.list(null, OTHER.substring(0, 15), null, null, null, null);

    assertThat(page.tasks()).hasSize(14).extracting(Task::accountId).containsOnly(OTHER);
    assertThat(page.progress()).isEqualTo(new Progress(3, 14, 21));
  }

  @Test
  void turnsPagesWithoutGapOrRepetition() {
    fixture.create(acme, "GROWTH");
    fixture.create(TenantRows.insert(fixture.store, OTHER, "STARTER", "ACTIVE"), "STARTER");
    List<UUID> seen = new ArrayList<>();
    String cursor = null;
    int pages = 0;

    do {
      TaskPage page = fixture.views.list(null, null, null, null, cursor, 9);
      page.tasks().forEach(task -> seen.add(task.taskId()));
      cursor = page.nextCursor();
      pages++;
    } while (cursor != null);

    assertThat(pages).isEqualTo(4);
    assertThat(seen).hasSize(28).doesNotHaveDuplicates();
  }

  @Test
  void isLateFromTheDayAfterTheDueDate() {
    fixture.create(acme, "GROWTH");

    assertThat(overdue("2030-05-07"))
        .extracting(OverdueTask::code)
        .doesNotContain("schedule_kickoff");
    assertThat(overdue("2030-05-08"))
        .filteredOn(task -> task.code().equals("schedule_kickoff"))
        .extracting(OverdueTask::daysLate, OverdueTask::owner, OverdueTask::blocked)
        .containsExactly(tuple(1L, TaskOwner.CS_TEAM, true));
  }

  @Test
  void tellsWhomToRemindOfWhatLongestOverdueFirst() {
    fixture.create(acme, "GROWTH");

    List<OverdueTask> tasks = overdue("2030-05-31");

    assertThat(tasks)
        .extracting(OverdueTask::daysLate)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(tasks)
        .extracting(OverdueTask::code)
        .doesNotContain("create_tenant", "configure_sso", "check_in_30_day");
    assertThat(tasks.getLast())
        .isEqualTo(
            new OverdueTask(
                fixture.tasks.get(acme, "create_first_campaign").taskId(),
                acme,
                TenantRows.ACCOUNT,
                "Acme",
                "create_first_campaign",
                "Create first campaign",
                TaskOwner.CUSTOMER,
                TaskStatus.OPEN,
                java.time.LocalDate.of(2030, 5, 20),
                11,
                true,
                "ada@acme.example"));
  }

  @Test
  void takesAnInstantForEachCustomersOwnDay() {
    fixture.create(acme, "GROWTH", "2030-05-06", "Pacific/Auckland");
    UUID west = TenantRows.insert(fixture.store, OTHER, "GROWTH", "ACTIVE");
    fixture.create(west, "GROWTH", "2030-05-06", "America/Los_Angeles");

    // Already the 7th in Auckland, still the 6th in Los Angeles.
    List<OverdueTask> tasks = overdue("2030-05-06T13:00:00Z");

    assertThat(tasks).isNotEmpty().extracting(OverdueTask::tenantId).containsOnly(acme);
    assertThat(tasks).extracting(OverdueTask::daysLate).containsOnly(1L);
  }

  @Test
  void countsLateDaysInTheCustomersZone() {
    fixture.create(acme, "GROWTH", "2030-05-06", "Pacific/Auckland");

    // Noon in London on the 6th is midnight in Auckland: the 7th has just begun.
    assertThat(list("system", "OPEN").tasks()).extracting(Task::daysLate).containsOnly(1L);
    fixture.clock.advance(Duration.ofMinutes(-1));
    assertThat(list("system", "OPEN").tasks()).extracting(Task::daysLate).containsOnly(0L);
  }

  @Test
  void turnsPagesOfOverdueTasks() {
    fixture.create(acme, "GROWTH");
    List<UUID> seen = new ArrayList<>();
    String cursor = null;

    do {
      OverduePage page = fixture.views.overdue("2030-06-30", 4, cursor);
      page.tasks().forEach(task -> seen.add(task.taskId()));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(seen).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThatThrownBy(() -> fixture.views.list(null, null, "me", null, null, null))
        .hasMessageContaining("'me' is no owner");
    assertThatThrownBy(() -> fixture.views.list(null, null, null, "LATE", null, null))
        .hasMessageContaining("'LATE' is no status");
    assertThatThrownBy(() -> fixture.views.list(null, null, null, null, "%%", null))
        .hasMessageContaining("INVALID_CURSOR");
    assertThatThrownBy(
            () -> fixture.views.list(null, null, null, null, Page.cursor("a", "b", "c"), null))
        .hasMessageContaining("INVALID_CURSOR");
    String nul = Page.cursor("001\u0000", UUID.randomUUID(), 1);
    assertThatThrownBy(() -> fixture.views.list(null, null, null, null, nul, null))
        .hasMessageContaining("INVALID_CURSOR");
    assertThatThrownBy(() -> fixture.views.overdue("2030-06-30", null, Page.cursor("a", "b")))
        .hasMessageContaining("INVALID_CURSOR");
    assertThatThrownBy(() -> fixture.views.list(null, null, null, null, null, 0))
        .hasMessageContaining("limit 0");
  }

  private TaskPage list(@Nullable String owner, @Nullable String status) {
    return fixture.views.list(acme.toString(), null, owner, status, null, null);
  }

  private List<OverdueTask> overdue(String asOf) {
    return fixture.views.overdue(asOf, 200, null).tasks();
  }
}
