package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.FakeSlack;
import dev.onboarding.coordinator.FakeSlack.Trouble;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacePostgresTests {

  private static final String CHANNEL = "#cs";

  private final RunDatabase database = new RunDatabase();
  private final FakeSlack slack = new FakeSlack();
  private final Effects effects = new Effects(database.jdbc, EdgeJson.mapper(), database.clock);
  private final Run run = database.open("e-1", "ACME-001");
  private final Outbox outbox = outbox(settings(1));

  @AfterEach
  void hangUp() {
    slack.close();
  }

  @Test
  void letsAFewLeaveAtOnceAndLinesUpTheOthers() {
    var bursting = outbox(settings(2));

    assertThat(bursting.offer(key("a"), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    assertThat(bursting.offer(key("b"), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    assertThat(bursting.offer(key("c"), post(CHANNEL))).isEqualTo(later(1));
    assertThat(bursting.offer(key("d"), post(CHANNEL))).isEqualTo(later(2));
    assertThat(bursting.offer(key("e"), post("#other"))).isInstanceOf(Delivery.Left.class);

    assertThat(slack.posts("e-1")).hasSize(3);
  }

  @Test
  void keepsTheTurnOfAMessageThatComesBack() {
    outbox.offer(key("a"), post(CHANNEL));
    outbox.offer(key("b"), post(CHANNEL));
    outbox.offer(key("c"), post(CHANNEL));

    assertThat(outbox.offer(key("b"), post(CHANNEL))).isEqualTo(later(1));
    database.clock.advance(Duration.ofSeconds(1));
    assertThat(outbox.offer(key("b"), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    assertThat(outbox.offer(key("c"), post(CHANNEL))).isEqualTo(later(1));

    assertThat(slack.posts("e-1")).hasSize(2);
    assertThat(slack.lookups()).isZero();
    assertThat(effects.of(run.id()))
        .filteredOn(row -> row.key().equals(key("b").value()))
        .singleElement()
        .satisfies(row -> assertThat(row.tries()).isEqualTo(1));
  }

  @Test
  void linesUpTheMessagesOfEveryNode() {
    var otherNode = outbox(settings(1));

    outbox.offer(key("a"), post(CHANNEL));

    assertThat(otherNode.offer(key("b"), post(CHANNEL))).isEqualTo(later(1));
    assertThat(outbox.offer(key("c"), post(CHANNEL))).isEqualTo(later(2));
  }

  @Test
  void movesTheWholeLineWhenSlackSaysToWait() {
    outbox.offer(key("a"), post(CHANNEL));
    outbox.offer(key("b"), post(CHANNEL));
    outbox.offer(key("c"), post(CHANNEL));
    database.clock.advance(Duration.ofSeconds(1));
    slack.trouble(Trouble.THROTTLED);

    assertThat(outbox.offer(key("b"), post(CHANNEL))).isEqualTo(later(1));
    assertThat(outbox.offer(key("c"), post(CHANNEL))).isEqualTo(later(2));
    assertThat(outbox.offer(key("d"), post(CHANNEL))).isEqualTo(later(3));
    database.clock.advance(Duration.ofSeconds(1));

    assertThat(outbox.offer(key("b"), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    assertThat(slack.lookups()).isZero();
  }

  @Test
  void movesTheLineOnceWhenSeveralMessagesHearOfTheSameWait() {
    var bursting = outbox(settings(2));
    slack.trouble(Trouble.THROTTLED);
    bursting.offer(key("a"), post(CHANNEL));
    var pace = new Pace(database.jdbc, settings(2));

    pace.heldUp(CHANNEL, now().plusSeconds(1), now());

    assertThat(bursting.offer(key("a"), post(CHANNEL))).isEqualTo(later(1));
    assertThat(bursting.offer(key("b"), post(CHANNEL))).isEqualTo(later(1));
    assertThat(bursting.offer(key("c"), post(CHANNEL))).isEqualTo(later(2));
  }

  @Test
  void spreadsMessagesThatMissedTheirTurns() {
    for (var name : new String[] {"a", "b", "c", "d"}) {
      outbox.offer(key(name), post(CHANNEL));
    }
    database.clock.advance(Duration.ofHours(1));

    assertThat(outbox.offer(key("b"), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    assertThat(outbox.offer(key("c"), post(CHANNEL))).isEqualTo(later(1));
    assertThat(outbox.offer(key("d"), post(CHANNEL))).isEqualTo(later(2));
  }

  @Test
  void givesNoTurnTwice() {
    var pace = new Pace(database.jdbc, settings(1));
    var slots = new ConcurrentSkipListSet<Instant>();

    try (var nodes = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 64; i++) {
        nodes.submit(() ->
            slots.add(database.stores.inTransaction(() -> pace.turn(CHANNEL, null, now())).due()));
      }
    }

    assertThat(slots).hasSize(64);
    assertThat(slots.last()).isEqualTo(slots.first().plusSeconds(63));
  }

  @Test
  void believesAnEmptyHistoryOnlyWhenEverythingMustBeVisible() {
    slack.trouble(Trouble.REFUSED_BEFORE);
    assertThatThrownBy(() -> outbox.offer(key("a"), post(CHANNEL)))
        .isInstanceOf(FailureException.class);

    assertThat(outbox.offer(key("a"), post(CHANNEL))).isEqualTo(later(3));
    assertThat(slack.posts("e-1")).isEmpty();
    database.clock.advance(Duration.ofSeconds(3));

    assertThat(outbox.offer(key("a"), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    assertThat(slack.posts("e-1")).hasSize(1);
  }

  @Test
  void looksNothingUpThatCertainlyDidNotLeave() {
    slack.trouble(Trouble.UNKNOWN_CHANNEL);
    assertThatThrownBy(() -> outbox.offer(key("a"), post(CHANNEL)))
        .isInstanceOf(FailureException.class);

    outbox.offer(key("a"), post(CHANNEL));

    assertThat(slack.posts("e-1")).hasSize(1);
    assertThat(slack.lookups()).isZero();
  }

  @Test
  void looksAgainWhileOneEarlierTryIsInDoubt() {
    slack.trouble(Trouble.REFUSED_BEFORE);
    assertThatThrownBy(() -> outbox.offer(key("a"), post(CHANNEL)))
        .isInstanceOf(FailureException.class);
    database.clock.advance(Duration.ofSeconds(3));
    slack.trouble(Trouble.UNKNOWN_CHANNEL);
    assertThatThrownBy(() -> outbox.offer(key("a"), post(CHANNEL)))
        .isInstanceOf(FailureException.class);
    int before = slack.lookups();
    database.clock.advance(Duration.ofSeconds(3));

    outbox.offer(key("a"), post(CHANNEL));

    assertThat(slack.lookups()).isGreaterThan(before);
  }

  @Test
  void waitsByItselfForATurnThatComesSoon() {
    var patient =
        outbox(
            new PaceSettings(20, 1, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ZERO));

    for (var name : new String[] {"a", "b", "c"}) {
      assertThat(patient.offer(key(name), post(CHANNEL))).isInstanceOf(Delivery.Left.class);
    }

    assertThat(slack.posts("e-1")).hasSize(3);
  }

  private static PaceSettings settings(int burst) {
    return new PaceSettings(1, burst, Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(3));
  }

  private Outbox outbox(PaceSettings pace) {
    var slackSettings =
        new SlackSettings(
            slack.baseUrl(), new Secret("xoxb-1"), "", CHANNEL, "#alerts", Duration.ofSeconds(2));
    return new Outbox(
        effects,
        database.stores,
        new Pace(database.jdbc, pace),
        new SlackClient(slackSettings, EdgeJson.mapper(), database.clock),
        new MailRelay(
            new FakeMail(),
            new MailSettings("from@example.com", "cs@example.com", "mail.example.com", ""),
            database.clock),
        database.clock);
  }

  private EffectKey key(String name) {
    return EffectKey.of(run, run.id() + "/1/" + name);
  }

  private static SlackPost post(String channel) {
    return new SlackPost(channel, "It is done", null);
  }

  private static Delivery.Later later(int seconds) {
    return new Delivery.Later(Duration.ofSeconds(seconds));
  }

  private Instant now() {
    return database.clock.instant();
  }
}
