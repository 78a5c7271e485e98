package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.tenant.TenantActivated;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who changes the tasks of a checklist waits for whoever is changing them, and goes by what that
/// one left behind.
class LockedChecklistPostgresTests {

  private static final String WELCOME = "send_welcome_email";

  private final ChecklistFixture fixture = new ChecklistFixture();
  private final UUID tenant = TenantRows.insert(fixture.store, "GROWTH", "PROVISIONING");

  @BeforeEach
  void createAndActivate() {
    fixture.create(tenant, "GROWTH");
    fixture
        .store
        .db()
        .sql("UPDATE provisioning.tenants SET status = 'ACTIVE', activated_at = created_at")
        .update();
  }

  @Test
  void completesByFactsNothingThatWasCancelledMeanwhile() {
    whileLocked(
        () -> {
          fixture.systemTasks.on(new TenantActivated(tenant, fixture.clock.instant()));
          return true;
        },
        () -> fixture.tasks.cancel(id("create_tenant"), fixture.clock.instant(), "by hand"));

    assertThat(fixture.tasks.get(tenant, "create_tenant").status()).isEqualTo(TaskStatus.CANCELLED);
  }

  @Test
  void completesByFactsWhatIsStillOpenThen() {
    whileLocked(
        () -> {
          fixture.systemTasks.on(new TenantActivated(tenant, fixture.clock.instant()));
          return true;
        },
        () ->
            fixture.tasks.change(
                id("create_tenant"), fixture.clock.instant(), new TaskChange(null, "soon", null)));

    StoredTask done = fixture.tasks.get(tenant, "create_tenant");
    assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(done.note()).isEqualTo("soon");
  }

  @Test
  void answersWithWhatAnotherCompletedMeanwhile() {
    fixture.systemTasks.settleByFacts(tenant);

    Task answer =
        whileLocked(
            () -> fixture.complete(tenant, WELCOME),
            () -> fixture.tasks.complete(List.of(id(WELCOME)), fixture.clock.instant(), "Ada"));

    assertThat(answer.completedBy()).isEqualTo("Ada");
    assertThat(answer).isEqualTo(fixture.tasks.get(tenant, WELCOME).asOf(fixture.clock.instant()));
  }

  /// Begins one change while another holds the checklist, and lets it go on once the other has
  /// changed something and is through.
  private <T> T whileLocked(Supplier<T> begun, Runnable change) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return fixture
          .store
          .transactions()
          .<CompletableFuture<T>>execute(status -> {
            fixture.checklists.locked(tenant);
            var waiting = CompletableFuture.supplyAsync(begun, threads);
            await().until(() -> waiting.isDone() || isAnyoneWaiting());
            change.run();
            return waiting;
          })
          .join();
    }
  }

  private boolean isAnyoneWaiting() {
    return fixture
        .store
        .db()
        .sql(
            """
            SELECT EXISTS (SELECT FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock')
            """)
        .query(Boolean.class)
        .single();
  }

  private UUID id(String code) {
    return fixture.tasks.get(tenant, code).taskId();
  }
}
