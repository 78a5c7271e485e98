package dev.onboarding.coordinator.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lines messages up in front of their channel as Slack allows them, over all nodes; callers bring
/// the transaction. When Slack itself says to wait, the whole line moves and keeps its order.
final class Pace {

  private final JdbcClient jdbc;
  private final PaceSettings settings;

  Pace(JdbcClient jdbc, PaceSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  PaceSettings settings() {
    return settings;
  }

  /// @param slot what the message reserved before; null when it has not
  Turn turn(String channel, @Nullable Instant slot, Instant now) {
    if (!settings.limited()) {
      return new Turn(slot, now);
    }
    if (slot == null) {
      return reserve(channel, "reserved_until", settings.burst(), now);
    }
    return kept(channel, slot)
        .filter(kept -> !kept.due().isBefore(now.minus(settings.missed())))
        .orElseGet(() -> reserve(channel, "late_until", 1, now));
  }

  private Turn reserve(String channel, String lane, int burst, Instant now) {
    return jdbc.sql(
            """
            insert into coordinator.slack_pace as pace
              (channel, reserved_until, late_until, held_until)
            values (:channel, :now + :interval * interval '1 microsecond', :now, :now)
            on conflict (channel) do update set %1$s =
              greatest(pace.%1$s, :now - pace.behind_micros * interval '1 microsecond')
                + :interval * interval '1 microsecond'
            returning *\
            """
                .formatted(lane))
        .param("channel", channel)
        .param("now", at(now))
        .param("interval", micros(settings.interval()))
        .query((row, number) ->
            turn(row, instant(row, lane).minus(settings.interval().multipliedBy(burst))))
        .single();
  }

  private Optional<Turn> kept(String channel, Instant slot) {
    return jdbc.sql("select * from coordinator.slack_pace where channel = ?")
        .param(channel)
        .query((row, number) -> turn(row, slot))
        .optional();
  }

  /// Slack takes nothing for the channel before that time. Several messages may hear so at once.
  void heldUp(String channel, Instant until, Instant now) {
    jdbc.sql(
            """
            update coordinator.slack_pace set
              behind_micros = behind_micros + greatest(0, floor(1000000 *
                extract(epoch from :until - greatest(held_until, :now))))::bigint,
              held_until = greatest(held_until, :until)
            where channel = :channel\
            """)
        .param("until", at(until))
        .param("now", at(now))
        .param("channel", channel)
        .update();
  }

  private static Turn turn(ResultSet row, Instant slot) throws SQLException {
    var due = slot.plusNanos(1_000 * row.getLong("behind_micros"));
    var held = instant(row, "held_until");
    return new Turn(slot, due.isBefore(held) ? held : due);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
