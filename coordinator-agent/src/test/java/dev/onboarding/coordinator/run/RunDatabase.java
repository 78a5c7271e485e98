package dev.onboarding.coordinator.run;

import com.fasterxml.uuid.Generators;
import com.github.kagkarlsson.scheduler.Scheduler;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.testkit.SettableClock;
import dev.onboarding.testkit.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(60),
          Duration.ofMinutes(2),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
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
  public final RunDesk desk;
  final ApprovalDesk approvals;
  final WakeDesk wake;
  final OperatorDesk operators;

  /// What a second look finds.
  List<String> differences = List.of();

  /// The runs of which people were told.
  final List<Run> parked = new ArrayList<>();

  /// By name; a step that needs one of them waits.
  final Set<String> paused = new HashSet<>();

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
                + " coordinator.docusign_event, coordinator.document, coordinator.document_act,"
                + " scheduler.scheduled_tasks cascade")
        .update();
    stores = RunStores.on(jdbc, transactions, EdgeJson.mapper(), clock);
    queue = new RunQueue(this::scheduler, clock);
    book = new RunBook(stores, queue);
    var retries = new RetryPolicy(SETTINGS);
    var engine = engine(new Pipeline(List.of(), List.of()));
    scheduler =
        DurableScheduler.on(
            dataSource,
            List.of(RunExecution.of(engine, retries), ParkedRuns.alerting(stores, parked::add)),
            SETTINGS);
    desk = desk(Mode.ACT);
    wake = new WakeDesk(stores, queue);
    operators = new OperatorDesk(stores, queue, clock);
    approvals = new ApprovalDesk(stores, queue, wake, run -> differences, RunDatabase::id, clock);
  }

  private Scheduler scheduler() {
    return scheduler;
  }

  RunEngine engine(Pipeline pipeline) {
    var patience = new Patience(new RetryPolicy(SETTINGS), this::pauseAmong, SETTINGS.pausePoll());
    return new RunEngine(book, pipeline, patience, EdgeJson.mapper(), clock);
  }

  private Optional<Failure> pauseAmong(Set<String> upstreams) {
    return upstreams.stream()
        .filter(paused::contains)
        .findFirst()
        .map(name -> Failure.of(ErrorType.NETWORK, "UPSTREAM_PAUSED", null, name + " is paused."));
  }

  /// The wake-up of the run that counts now.
  RunTicket ticket(RunId run) {
    return new RunTicket(run.value(), run(run).ticket());
  }

  /// How many executions are planned for the run's present wake-up.
  int planned(RunId run) {
    return jdbc.sql(
            "select count(*) from scheduler.scheduled_tasks where task_name = 'run' and task_instance = ?")
        .param(run + "/" + run(run).ticket())
        .query(Integer.class)
        .single();
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

  RunEngine engine(List<Planned> lines) {
    return engine(new Pipeline(lines, List.of()));
  }

  Optional<Run> claim(RunId run) {
    return book.claim(ticket(run));
  }

  /// Takes the run through the states as an execution would, and leaves it in the last.
  Run in(RunId run, RunState... states) {
    var now = claim(run).orElseThrow();
    for (var state : states) {
      now = book.rest(now, List.of(), state, null, null);
    }
    return now;
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
