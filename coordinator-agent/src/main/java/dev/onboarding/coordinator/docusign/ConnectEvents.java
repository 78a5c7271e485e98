package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every event DocuSign has told, once, and the runs it concerns; callers bring the transaction.
final class ConnectEvents {

  static final String SOURCE = "docusign";

  /// Two nodes' clocks may differ by so much.
  private static final Duration SKEW = Duration.ofSeconds(5);

  /// An event older than this has been read by whatever looked since.
  private static final Duration KEPT_IN_MIND = Duration.ofHours(25);

  private final JdbcClient jdbc;
  private final Clock clock;

  ConnectEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @return false when it was told before
  boolean remember(ConnectEvent event) {
    return jdbc.sql(
                """
                insert into coordinator.docusign_event
                  (event_id, event, envelope_id, account_id, status, generated_at, received_at)
                values (:id, :event, :envelope, :account, :status, :generated, :now)
                on conflict (event_id) do nothing\
                """)
            .param("id", event.id())
            .param("event", event.name())
            .param("envelope", event.envelope())
            .param("account", event.account())
            .param("status", event.status())
            .param("generated", event.generatedAt())
            .param("now", now())
            .update()
        == 1;
  }

  /// The runs that have not ended and whose contract it is, or whose account.
  List<Concerned> concernedBy(ConnectEvent event) {
    return jdbc.sql(
            """
            select id, state, account_key from coordinator.run
            where ended_at is null and id in (
              select run_id from coordinator.run_envelope where envelope_id = :envelope
              union select id from coordinator.run where account_id = :account
              union select id from coordinator.run where account_key = :account)
            order by id\
            """)
        .param("envelope", event.envelope())
        .param("account", event.account())
        .query((row, number) ->
            new Concerned(
                row.getObject("id", UUID.class),
                RunState.valueOf(row.getString("state")),
                row.getString("account_key"),
                event.id(),
                event.name()))
        .list();
  }

  /// Runs that wait now, and have neither read nor looked since an event about them came.
  List<Concerned> overlooked() {
    return jdbc.sql(
            """
            with told as (
              select e.event_id, e.event, e.received_at, v.run_id
              from coordinator.docusign_event e
                join coordinator.run_envelope v on v.envelope_id = e.envelope_id
              where e.received_at > :since
              union
              select e.event_id, e.event, e.received_at, r.id
              from coordinator.docusign_event e
                join coordinator.run r on r.account_id = e.account_id
              where e.received_at > :since)
            select distinct on (r.id) r.id, r.state, r.account_key, t.event_id, t.event
            from told t
              join coordinator.run r on r.id = t.run_id
              join coordinator.run_envelope v on v.run_id = t.run_id
            where r.state in ('WAITING_FACT', 'WAITING_APPROVAL')
              and t.received_at
                > greatest(v.read_at - :skew * interval '1 second', v.looked_at)
            order by r.id, t.received_at desc\
            """)
        .param("since", now().minus(KEPT_IN_MIND))
        .param("skew", SKEW.toSeconds())
        .query((row, number) ->
            new Concerned(
                row.getObject("id", UUID.class),
                RunState.valueOf(row.getString("state")),
                row.getString("account_key"),
                row.getString("event_id"),
                row.getString("event")))
        .list();
  }

  void attach(Concerned run) {
    jdbc.sql(
            """
            insert into coordinator.trigger_event
              (source, event_id, run_id, account_key, received_at)
            values (:source, :event, :run, :account, :now)
            on conflict (source, event_id) do nothing\
            """)
        .param("source", SOURCE)
        .param("event", run.eventId() + "@" + run.id())
        .param("run", run.id())
        .param("account", run.accountKey())
        .param("now", now())
        .update();
  }

  /// Whatever was told until now has been looked at by the run.
  void looked(Concerned run) {
    jdbc.sql("update coordinator.run_envelope set looked_at = :now where run_id = :run")
        .param("now", now())
        .param("run", run.id())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
