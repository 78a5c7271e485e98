package dev.onboarding.coordinator.docusign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.edge.EdgeJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectDeskPostgresTests {

  private static final String ENVELOPE = "8adeb0a1-7a3c-4c35-9f7e-1f0c6f4d2a11";
  private static final String OTHER = "8adeb0a1-7a3c-4c35-9f7e-1f0c6f4d2a22";
  private static final String ACCOUNT = "001000000000001AAA";
  private static final String NOBODY = "001000000000009AAA";

  private final RunDatabase database = new RunDatabase();
  private final List<RunId> woken = new ArrayList<>();
  private final RunEnvelopes envelopes = new RunEnvelopes(database.jdbc);
  private final ConnectEvents events = new ConnectEvents(database.jdbc, database.clock);
  private final ConnectDesk desk =
      new ConnectDesk(database.stores, events, (run, why) -> woken.add(run));
  private final Run run = database.open("e-1", "ACME-001");

  @Test
  void wakesTheRunThatWaitsForTheEnvelope() {
    reads(ENVELOPE);
    rests("WAITING_FACT");

    assertThat(desk.hear(completed(ENVELOPE, NOBODY))).isEqualTo(Heard.WOKEN);

    assertThat(woken).containsExactly(run.id());
    assertThat(attached()).isEqualTo(1);
  }

  @Test
  void wakesTheRunOfTheAccountThatAnotherEnvelopeNames() {
    database.jdbc.sql("update coordinator.run set account_id = ?").param(ACCOUNT).update();
    reads(ENVELOPE);
    rests("WAITING_APPROVAL");

    assertThat(desk.hear(completed(OTHER, ACCOUNT))).isEqualTo(Heard.WOKEN);

    assertThat(woken).containsExactly(run.id());
  }

  @Test
  void takesAnEventOnceHoweverOftenItIsDelivered() {
    reads(ENVELOPE);
    rests("WAITING_FACT");
    desk.hear(completed(ENVELOPE, NOBODY));

    assertThat(desk.hear(event("envelope-completed", ENVELOPE, "completed", NOBODY, "3")))
        .isEqualTo(Heard.REPEATED);
    assertThat(desk.hear(event("envelope-voided", ENVELOPE, "voided", NOBODY, "0")))
        .isEqualTo(Heard.WOKEN);

    assertThat(woken).hasSize(2);
  }

  @Test
  void leavesARunThatIsBusyAndTheOnesThatEnded() {
    reads(ENVELOPE);
    rests("PARKED");
    assertThat(desk.hear(completed(ENVELOPE, NOBODY))).isEqualTo(Heard.ATTACHED);

    rests("COMPLETED");
    database.jdbc.sql("update coordinator.run set ended_at = now()").update();
    assertThat(desk.hear(event("envelope-voided", ENVELOPE, "voided", NOBODY, "0")))
        .isEqualTo(Heard.UNKNOWN);

    assertThat(woken).isEmpty();
    assertThat(attached()).isEqualTo(1);
  }

  @Test
  void looksAgainWhenTheRunRestsThatWasReadingWhenTheEventCame() {
    desk.hear(completed(ENVELOPE, NOBODY));
    envelopes.read(run, ENVELOPE, database.clock.instant());
    database.clock.advance(Duration.ofSeconds(20));
    assertThat(desk.lookAgain()).isZero();
    rests("WAITING_FACT");

    assertThat(desk.lookAgain()).isEqualTo(1);
    assertThat(desk.lookAgain()).isZero();

    assertThat(woken).containsExactly(run.id());
    assertThat(attached()).isEqualTo(1);
  }

  @Test
  void doesNotLookAgainForWhatTheRunHasRead() {
    desk.hear(completed(ENVELOPE, NOBODY));
    database.clock.advance(Duration.ofSeconds(20));
    reads(ENVELOPE);
    rests("WAITING_FACT");

    assertThat(desk.lookAgain()).isZero();
    desk.hear(event("envelope-voided", ENVELOPE, "voided", NOBODY, "0"));
    assertThat(desk.lookAgain()).isZero();
  }

  @Test
  void takesNothingForHeardThatCouldNotBePassedOn() {
    reads(ENVELOPE);
    rests("WAITING_FACT");
    var failing =
        new ConnectDesk(
            database.stores,
            events,
            (run, why) -> {
              throw new IllegalStateException("No");
            });

    assertThatThrownBy(() -> failing.hear(completed(ENVELOPE, NOBODY)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(desk.hear(completed(ENVELOPE, NOBODY))).isEqualTo(Heard.WOKEN);
  }

  @Test
  void knowsTheNewestEnvelopeOfARun() {
    reads(OTHER);
    reads(ENVELOPE.toUpperCase(java.util.Locale.ROOT));
    rests("WAITING_FACT");

    assertThat(desk.hear(completed(OTHER, NOBODY))).isEqualTo(Heard.UNKNOWN);
    assertThat(desk.hear(completed(ENVELOPE, NOBODY))).isEqualTo(Heard.WOKEN);
  }

  private void reads(String envelope) {
    envelopes.read(run, envelope, database.clock.instant());
  }

  private void rests(String state) {
    database.jdbc.sql("update coordinator.run set state = ?").param(state).update();
  }

  private long attached() {
    return database
        .jdbc
        .sql("select count(*) from coordinator.trigger_event where source = 'docusign'")
        .query(Long.class)
        .single();
  }

  private static ConnectEvent completed(String envelope, String account) {
    return event("envelope-completed", envelope, "completed", account, "0");
  }

  private static ConnectEvent event(
      String name, String envelope, String status, String account, String retry) {
    return ConnectEvent.of(
            EdgeJson.mapper().readTree(Connect.event(name, envelope, status, account, retry)))
        .orElseThrow();
  }
}
