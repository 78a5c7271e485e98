package dev.onboarding.allinone.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Finished runs, copied with everything that belongs to them under ids of their own.
final class RunCopies {

  private static final int TEMPLATES = 100;
  private static final int PER_STATEMENT = 2_000;

  /// Parents first.
  private static final List<String> TABLES =
      List.of(
          "coordinator.run",
          "coordinator.trigger_event",
          "coordinator.state_change",
          "coordinator.attempt",
          "coordinator.step",
          "coordinator.effect",
          "coordinator.report",
          "audit.entries");

  /// What must differ from the original; `n` counts the copies of one run.
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("run.id", "md5(t.id::text || n)::uuid"),
          Map.entry("run.correlation_id", "t.correlation_id || '-' || n"),
          Map.entry("run.account_key", "t.account_key || '-' || n"),
          Map.entry("run.account_id", "t.account_id || '-' || n"),
          Map.entry("run.previous_run", "null"),
          Map.entry("trigger_event.event_id", "t.event_id || '-' || n"),
          Map.entry("trigger_event.account_key", "t.account_key || '-' || n"),
          Map.entry("step.key", "t.key || '-' || n"),
          Map.entry("effect.key", "t.key || '-' || n"),
          Map.entry("entries.server", "t.server || '-' || n"),
          Map.entry("entries.call", "md5(t.call::text || n)::uuid"),
          Map.entry("entries.run", "md5(t.run || n)::uuid::text"));

  /// What decisions are computed from again.
  private static final List<String> DECISIONS = List.of("coordinator.run", "coordinator.attempt");

  private final Store store;
  private final Consumer<String> progress;
  private final List<String> tables;

  private RunCopies(Store store, Consumer<String> progress, List<String> tables) {
    this.store = store;
    this.progress = progress;
    this.tables = tables;
  }

  RunCopies(Store store, Consumer<String> progress) {
    this(store, progress, TABLES);
  }

  /// Without what was done and reported.
  static RunCopies ofDecisions(Store store, Consumer<String> progress) {
    return new RunCopies(store, progress, DECISIONS);
  }

  /// Copies until the store holds at least so many finished runs.
  void fillUpTo(int finished) {
    chooseTemplates();
    for (int made = store.finished(); made < finished; made = store.finished()) {
      progress.accept("history: %,d finished runs".formatted(made));
      int missing = Math.min(PER_STATEMENT, finished - made);
      int first = made / TEMPLATES + 1;
      int last = first + Math.ceilDiv(missing, TEMPLATES) - 1;
      tables.forEach(table -> copy(table, first, last));
    }
    store.jdbc().sql("vacuum analyze").update();
  }

  private void chooseTemplates() {
    store
        .jdbc()
        .sql(
            """
            create table if not exists bench.template as
            select id from coordinator.run
            where state = 'COMPLETED' order by id desc limit %d\
            """
                .formatted(TEMPLATES))
        .update();
  }

  private void copy(String table, int first, int last) {
    List<String> columns = store.columns(table);
    String name = table.substring(table.indexOf('.') + 1);
    String values =
        columns.stream().map(column -> value(name, column)).collect(Collectors.joining(", "));
    String run =
        switch (name) {
          case "run" -> "t.id";
          case "entries" -> "t.run";
          default -> "t.run_id";
        };
    store
        .jdbc()
        .sql(
            """
            insert into %s (%s) select %s
            from %s t join bench.template p on p.id::text = %s::text, generate_series(%d, %d) n\
            """
                .formatted(table, String.join(", ", columns), values, table, run, first, last))
        .update();
  }

  private static String value(String table, String column) {
    String own = OWN.get(table + "." + column);
    if (own != null) {
      return own;
    }
    return column.equals("run_id") ? "md5(t.run_id::text || n)::uuid" : "t." + column;
  }
}
