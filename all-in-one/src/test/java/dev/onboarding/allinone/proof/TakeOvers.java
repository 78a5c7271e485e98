package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.system.SeparateProcesses;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// When which run was written to under which lease epoch, noted by the store itself at the moment
/// of the write. Production code knows nothing of it.
final class TakeOvers {

  private static final Duration BOUND = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final String SETUP =
      """
      create schema watch;
      create table watch.write (run_id uuid, epoch bigint, at timestamptz);
      create function watch.run() returns trigger language plpgsql as $$
      begin
        insert into watch.write values (new.id, new.epoch, clock_timestamp());
        return new;
      end $$;
      create function watch.step() returns trigger language plpgsql as $$
      begin
        insert into watch.write values (new.run_id, new.epoch, clock_timestamp());
        return new;
      end $$;
      create trigger watch_run after insert or update on coordinator.run
        for each row execute function watch.run();
      create trigger watch_step after insert or update on coordinator.step
        for each row execute function watch.step();
      """;

  private static final String FIRST_OF_A_NEW_EPOCH =
      """
      select w.run_id, min(w.at) from watch.write w
      where w.at > ? and w.run_id = any(?::uuid[])
        and w.epoch > (select max(b.epoch) from watch.write b where b.run_id = w.run_id and b.at <= ?)
      group by w.run_id
      """;

  private static final String FIRST =
      """
      select w.run_id, min(w.at) from watch.write w
      where w.at > ? and w.run_id = any(?::uuid[]) and w.at > ?
      group by w.run_id
      """;

  private final SeparateProcesses system;

  TakeOvers(SeparateProcesses system) {
    this.system = system;
    try (var connection = system.connection();
        var statement = connection.createStatement()) {
      statement.execute(SETUP);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Now, on the clock that the store reads too: all processes share one machine.
  static Instant now() {
    return Clock.systemUTC().instant();
  }

  /// Every run is taken by a new execution within the bound, by the times that the store noted.
  ///
  /// @param moment from which the time counts
  void assertTaken(Instant moment, Collection<String> runs, String what) {
    assertAll(FIRST_OF_A_NEW_EPOCH, moment, runs, "%s to a new epoch".formatted(what));
  }

  /// Every run is written to again within the bound, by the execution that held it or by another.
  void assertGoesOn(Instant moment, Collection<String> runs, String what) {
    assertAll(FIRST, moment, runs, "%s to a write".formatted(what));
  }

  /// Waits without being in a hurry: what counts is what was noted.
  private void assertAll(String sql, Instant moment, Collection<String> runs, String what) {
    await("from " + what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(noted(sql, moment, runs)).hasSameSizeAs(runs));
    List<Duration> after =
        noted(sql, moment, runs).stream().map(at -> Duration.between(moment, at)).toList();
    System.out.printf("From %s: %s%n", what, after);
    assertThat(after).as("from " + what).allSatisfy(each -> assertThat(each).isLessThan(BOUND));
  }

  private List<Instant> noted(String sql, Instant moment, Collection<String> runs) {
    try (var connection = system.connection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
      statement.setObject(2, runs.toArray(String[]::new));
      statement.setObject(3, moment.atOffset(ZoneOffset.UTC));
      var noted = new ArrayList<Instant>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          noted.add(rows.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
      return noted;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
