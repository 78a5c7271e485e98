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
import java.util.function.Supplier;

/// When which run was written to under which lease epoch, noted by the store itself at the moment
/// of the write. Production code knows nothing of it.
final class TakeOvers {

  private static final Duration BOUND = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final String SETUP =
      """
      create schema watch;
      create table watch.write (run_id uuid, epoch bigint, at timestamptz);
      create function watch.run() returns trigger language plpgsql security definer as $$
      begin
        insert into watch.write values (new.id, new.epoch, clock_timestamp());
        return new;
      end $$;
      create function watch.step() returns trigger language plpgsql security definer as $$
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
      where w.at > ? and w.run_id = any(?::uuid[])
      group by w.run_id
      """;

  private static final String OUTCOME =
      """
      select s.run_id, s.outcome_at from coordinator.step s
      where s.name = ? and s.run_id = any(?::uuid[]) and s.outcome_at is not null
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
    assertAll(
        () -> noted(FIRST_OF_A_NEW_EPOCH, at(moment), ids(runs), at(moment)),
        moment,
        runs,
        "%s to a new epoch".formatted(what));
  }

  /// Every run is written to again within the bound, by the execution that held it or by another.
  void assertGoesOn(Instant moment, Collection<String> runs, String what) {
    assertAll(
        () -> noted(FIRST, at(moment), ids(runs)), moment, runs, "%s to a write".formatted(what));
  }

  /// The step in the middle of which every run was has come to its outcome within the bound.
  void assertDone(Instant moment, Collection<String> runs, String step, String what) {
    assertAll(
        () -> noted(OUTCOME, step, ids(runs)),
        moment,
        runs,
        "%s to the outcome of %s".formatted(what, step));
  }

  /// Waits without being in a hurry: what counts is what was noted.
  private void assertAll(
      Supplier<List<Instant>> noted, Instant moment, Collection<String> runs, String what) {
    await("from " + what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(noted.get()).hasSameSizeAs(runs));
    List<Duration> after = noted.get().stream().map(at -> Duration.between(moment, at)).toList();
    System.out.printf("From %s: %s%n", what, after);
    assertThat(after).as("from " + what).allSatisfy(each -> assertThat(each).isLessThan(BOUND));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static String[] ids(Collection<String> runs) {
    return runs.toArray(String[]::new);
  }

  private List<Instant> noted(String sql, Object... parameters) {
    try (var connection = system.connection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
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
