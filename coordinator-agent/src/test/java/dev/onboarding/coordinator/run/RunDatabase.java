package dev.onboarding.coordinator.run;

import com.fasterxml.uuid.Generators;
import com.github.kagkarlsson.scheduler.Scheduler;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.AccountReference;
import dev.onboarding.testkit.SettableClock;
import dev.onboarding.testkit.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The stores on a real and empty database, with a scheduler that is never started.
public final class RunDatabase {

  public static final EngineSettings SETTINGS =
      new EngineSettings(
          "act",
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          3,
          Duration.ofSeconds(2),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1));

  public final SettableClock clock =
      SettableClock.at(Instant.ofEpochSecond(Instant.now().getEpochSecond()));
  public final DataSource dataSource = Migrated.ONCE;
  public final JdbcClient jdbc = JdbcClient.create(dataSource);
  public final TransactionTemplate transactions =
      new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  public final RunStores stores;
  final Scheduler scheduler;
  final RunQueue queue;
  final RunDesk desk;
  final ApprovalDesk approvals;
  final RunBook book;

  /// Migrated once, emptied for every test.
  private static final class Migrated {

    private static final DataSource ONCE = TestPostgres.dataSource();

    static {
      CoordinatorSchema.migrated(ONCE);
    }
  }

  public RunDatabase() {
    jdbc.sql(
            "truncate coordinator.run, coordinator.effect, coordinator.slack_pace,"
                + " coordinator.docusign_event, scheduler.scheduled_tasks cascade")
        .update();
    stores = RunStores.on(jdbc, transactions, EdgeJson.mapper(), clock);
    book = new RunBook(stores);
    var retries = new RetryPolicy(SETTINGS);
    var engine = new RunEngine(book, new Pipeline(List.of()), retries, clock);
    scheduler =
        DurableScheduler.on(dataSource, List.of(RunExecution.of(engine, retries)), SETTINGS);
    queue = new RunQueue(scheduler, clock);
    desk = desk(Mode.ACT);
    approvals = new ApprovalDesk(stores, queue, RunDatabase::id, clock);
  }

  RunDesk desk(Mode configured) {
    return new RunDesk(
        stores,
        queue,
        RunDatabase::id,
        configured,
        new Versions("1", "rules", "digest", "none", List.of()));
  }

  private static UUID id() {
    return Generators.timeBasedEpochGenerator().generate();
  }

  public static RunRequest request(String event, String account) {
    return new RunRequest(
        "crm", event, event, new AccountReference(account), null, null, RunPriority.PROMPT);
  }

  public Run open(String event, String account) {
    return desk.open(request(event, account)).run();
  }

  RunEngine engine(List<Planned> pipeline) {
    return new RunEngine(book, new Pipeline(pipeline), new RetryPolicy(SETTINGS), clock);
  }

  public Run run(RunId id) {
    return stores.runs().find(id).orElseThrow();
  }

  long executions() {
    return jdbc.sql("select count(*) from scheduler.scheduled_tasks where task_name = 'run'")
        .query(Long.class)
        .single();
  }
}
