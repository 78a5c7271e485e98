package dev.onboarding.allinone.proof;

import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.system.SeparateProcesses;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Stops a run at a boundary of a step, from outside: the store's own triggers make the write of
/// the journal wait, so that the process can be killed exactly there. Production code knows nothing
/// of it.
final class StepStops {

  /// Where a run is stopped.
  enum Point {
    /// the intent is being written: the call has not been made
    BEFORE_CALL,
    /// the outcome is being written: the call has been made and nobody knows
    AFTER_CALL,
    /// the outcome stands in the journal
    AFTER_RECORD
  }

  private static final String SETUP =
      """
      drop schema if exists harness cascade;
      create schema harness;
      create table harness.stop (event text, step text, point text);
      create table harness.written (number bigint generated always as identity, run_id uuid,
        step text, point text);
      create function harness.stop_here() returns trigger language plpgsql security definer as $$
      declare
        at_point text := case when new.outcome_at is null then 'BEFORE_CALL' else 'AFTER_CALL' end;
      begin
        if tg_op = 'UPDATE' and old.outcome_at is not null then
          return new;
        end if;
        insert into harness.written (run_id, step, point) values (new.run_id, new.name, at_point);
        while exists (
            select 1 from harness.stop s join coordinator.run r on r.correlation_id = s.event
            where r.id = new.run_id and s.step = new.name and s.point = at_point) loop
          perform pg_sleep(0.02);
        end loop;
        return new;
      end $$;
      create trigger stop_here before insert or update on coordinator.step
        for each row execute function harness.stop_here();
      """;

  private final SeparateProcesses system;

  StepStops(SeparateProcesses system) {
    this.system = system;
    execute(SETUP);
  }

  /// The steps of a run in their order, each with the points at which its journal was written.
  List<String> steps(String run, Point point) {
    return strings(
        "select step from harness.written where run_id = '"
            + run
            + "' and point = '"
            + point
            + "' group by step order by min(number)");
  }

  /// @param event the correlation id of the run that is to be stopped
  void stop(String event, String step, Point point) {
    execute("insert into harness.stop values ('%s', '%s', '%s')".formatted(event, step, point));
  }

  void awaitStopped(int runs) {
    await(runs + " stopped runs")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> Integer.parseInt(strings(STOPPED).getFirst()) >= runs);
  }

  void awaitRecorded(String run, String step) {
    await(step + " is recorded")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(2))
        .pollDelay(Duration.ZERO)
        .until(() ->
            !strings(
                    "select name from coordinator.step where outcome_at is not null and name = '"
                        + step
                        + "' and run_id = '"
                        + run
                        + "'")
                .isEmpty());
  }

  /// Nothing of what a dead process was writing is written.
  void forgetTheDead() {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep';"
            + "delete from harness.stop");
  }

  private static final String STOPPED =
      "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";

  private List<String> strings(String sql) {
    try (Connection connection = system.connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var strings = new ArrayList<String>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = system.connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
