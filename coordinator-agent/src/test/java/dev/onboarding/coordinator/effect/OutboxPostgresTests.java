package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.FakeSlack;
import dev.onboarding.coordinator.FakeSlack.Trouble;
import dev.onboarding.coordinator.run.LostLeaseException;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class OutboxPostgresTests {

  private static final Mail MAIL =
      new Mail(
          List.of("a@example.com", "b@example.com"), "Subject", "Text secret-1", "<p>Html</p>");

  private static final PaceSettings UNPACED =
      new PaceSettings(0, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private final RunDatabase database = new RunDatabase();
  private final FakeSlack slack = new FakeSlack();
  private final FakeMail mail = new FakeMail();
  private final Effects effects = new Effects(database.jdbc, EdgeJson.mapper(), database.clock);
  private final Outbox outbox = outbox(slack.baseUrl());
  private final Run run = database.open("e-1", "ACME-001");
  private final EffectKey key = EffectKey.of(run, run.id() + "/1/tell");
  private final SlackPost post = new SlackPost("#cs", "It is <done>", null);

  private Outbox outbox(URI slackUrl) {
    return outbox(slackUrl, UNPACED);
  }

  private Outbox outbox(URI slackUrl, PaceSettings pace) {
    return outbox(slackUrl, pace, mail);
  }

  private Outbox outbox(URI slackUrl, PaceSettings pace, JavaMailSender sender) {
    var settings =
        new SlackSettings(
            slackUrl, new Secret("xoxb-1"), "", "#cs", "#alerts", Duration.ofSeconds(2));
    return new Outbox(
        effects,
        database.stores,
        new Pace(database.jdbc, pace),
        new SlackClient(settings, EdgeJson.mapper(), database.clock),
        new MailRelay(
            sender,
            new MailSettings("from@example.com", "cs@example.com", "mail.example.com", ""),
            database.clock),
        database.clock);
  }

  @AfterEach
  void hangUp() {
    slack.close();
  }

  @Test
  void postsOnceHoweverOftenItIsAsked() {
    var first = outbox.send(key, post);

    var second = outbox.send(key, post);

    assertThat(second).isEqualTo(first);
    assertThat(slack.posts("e-1")).hasSize(1);
    assertThat(slack.posts("e-1").getFirst().at("/metadata/event_payload/key").asString())
        .isEqualTo(key.value());
    assertThat(effects.of(run.id()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.tries()).isEqualTo(1);
          assertThat(row.reference()).isEqualTo(first);
        });
  }

  @Test
  void postsAgainWhenSlackDidNotTakeIt() {
    slack.trouble(Trouble.REFUSED_BEFORE);

    assertThat(failure(post)).extracting(Failure::errorType).isEqualTo(ErrorType.SERVER_ERROR);
    outbox.send(key, post);

    assertThat(slack.posts("e-1")).hasSize(1);
  }

  @Test
  void looksThePostUpWhenItsAnswerWasLost() {
    slack.trouble(Trouble.LOST_AFTER);

    assertThat(failure(post)).extracting(Failure::errorType).isEqualTo(ErrorType.INDETERMINATE);
    outbox.send(key, post);

    assertThat(slack.posts("e-1")).hasSize(1);
    assertThat(slack.lookups()).isEqualTo(1);
  }

  @Test
  void looksThePostUpWhenTheProcessDiedBeforeItsOutcomeWasRecorded() {
    outbox.send(key, post);
    database.jdbc.sql("update coordinator.effect set reference = null, outcome_at = null").update();

    outbox.send(key, post);

    assertThat(slack.posts("e-1")).hasSize(1);
  }

  @Test
  void findsThePostBehindManyLaterOnes() {
    slack.trouble(Trouble.LOST_AFTER);
    failure(post);
    for (int i = 0; i < 5; i++) {
      outbox.send(EffectKey.of(run, run.id() + "/1/later-" + i), post);
    }

    outbox.send(key, post);

    assertThat(slack.posts("e-1")).hasSize(6);
    assertThat(slack.lookups()).isEqualTo(3);
  }

  @Test
  void saysHowSlackRefused() {
    slack.trouble(Trouble.UNKNOWN_CHANNEL);

    assertThat(failure(post).errorCode()).isEqualTo("CHANNEL_NOT_FOUND");
    assertThat(effects.of(run.id()).getFirst().failure().errorCode())
        .isEqualTo("CHANNEL_NOT_FOUND");
  }

  @Test
  void passesOnHowLongSlackAsksToWait() {
    slack.trouble(Trouble.THROTTLED);

    assertThatThrownBy(() -> outbox.send(key, post))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> {
              assertThat(failed.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
              assertThat(failed.retryAfter()).contains(Duration.ofSeconds(1));
            });
  }

  @Test
  void saysThatSlackCannotBeReached() {
    var nowhere = outbox(URI.create("http://127.0.0.1:1/api"));

    assertThatThrownBy(() -> nowhere.send(key, post))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(failed.failure().errorType()).isEqualTo(ErrorType.NETWORK));
  }

  @Test
  void mailsBothPartsUnderHeadersOfItsOwn() {
    var reference = outbox.send(key, MAIL);

    assertThat(mail.sent("e-1"))
        .singleElement()
        .satisfies(message -> {
          assertThat(FakeMail.header(message, "Message-ID"))
              .isEqualTo(reference)
              .endsWith("@mail.example.com>");
          assertThat(FakeMail.header(message, "To")).contains("a@example.com", "b@example.com");
          assertThat(FakeMail.content(message)).contains("Text secret-1", "<p>Html</p>");
        });
  }

  @Test
  void mailsOnceHoweverOftenItIsAsked() {
    outbox.send(key, MAIL);
    outbox.send(key, MAIL);

    assertThat(mail.sent("e-1")).hasSize(1);
  }

  @Test
  void mailsAgainWhenTheRelayDidNotTakeIt() {
    mail.failBefore();

    assertThat(failure(MAIL).errorType().passesByItself()).isTrue();
    outbox.send(key, MAIL);

    assertThat(mail.sent("e-1")).hasSize(1);
  }

  @Test
  void repeatsAMailOfUnknownOutcomeUnderTheSameMessageId() {
    mail.failAfter();

    failure(MAIL);
    outbox.send(key, MAIL);

    assertThat(mail.sent("e-1"))
        .extracting(message -> FakeMail.header(message, "Message-ID"))
        .hasSize(2)
        .containsOnly(FakeMail.header(mail.sent("e-1").getFirst(), "Message-ID"));
  }

  @Test
  void keepsNoContent() {
    outbox.send(key, MAIL);

    assertThat(
            database
                .jdbc
                .sql("select effect::text from coordinator.effect")
                .query(String.class)
                .single())
        .doesNotContain("secret-1")
        .contains("a@example.com");
  }

  @Test
  void letsNothingLeaveForAnExecutionThatLostItsRun() {
    database.jdbc.sql("update coordinator.run set epoch = epoch + 1").update();

    assertThatThrownBy(() -> outbox.send(key, post)).isInstanceOf(LostLeaseException.class);

    assertThat(slack.posts("e-1")).isEmpty();
  }

  @Test
  void recordsNothingForAnExecutionThatLostItsRunDuringTheCall() {
    var sender =
        new JavaMailSenderImpl() {
          @Override
          protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
            database.jdbc.sql("update coordinator.run set epoch = epoch + 1").update();
          }
        };

    assertThatThrownBy(() -> outbox(slack.baseUrl(), UNPACED, sender).send(key, MAIL))
        .isInstanceOf(LostLeaseException.class);

    assertThat(effects.of(run.id())).singleElement().extracting(EffectRow::reference).isNull();
  }

  @Test
  void entersWhatTheJournalMeansOnlyWhenItLeaves() {
    var noted = noted(database.clock.instant(), true);
    var sender =
        new JavaMailSenderImpl() {
          @Override
          protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
            assertThat(effects.of(run.id())).isEmpty();
          }
        };

    var reference = outbox(slack.baseUrl(), UNPACED, sender).send(noted, MAIL);

    assertThat(effects.of(run.id()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.tries()).isEqualTo(1);
          assertThat(row.reference()).isEqualTo(reference);
          assertThat(row.intentAt()).isEqualTo(noted.noted().at());
          assertThat(row.triedAt()).isEqualTo(noted.noted().at());
          assertThat(row.outcomeAt()).isNotNull();
        });
  }

  @Test
  void looksUpWhatTheJournalMeantAndTheOutboxNeverEntered() {
    var at = database.clock.instant();
    outbox.send(noted(at, true), post);
    database.jdbc.sql("delete from coordinator.effect").update();

    outbox.send(noted(at, false), post);

    assertThat(slack.posts("e-1")).hasSize(1);
    assertThat(slack.lookups()).isEqualTo(1);
  }

  @Test
  void postsWhatTheJournalMeantAndNeverLeft() {
    outbox.send(noted(database.clock.instant(), false), post);

    assertThat(slack.posts("e-1")).hasSize(1);
    assertThat(slack.lookups()).isEqualTo(1);
  }

  @Test
  void entersAFailureAsTriedBeforeItLeft() {
    var at = database.clock.instant();
    slack.trouble(Trouble.LOST_AFTER);
    catchThrowableOfType(FailureException.class, () -> outbox.send(noted(at, true), post));

    assertThat(effects.of(run.id()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.triedAt()).isEqualTo(at);
          assertThat(row.failure().errorType()).isEqualTo(ErrorType.INDETERMINATE);
        });
    outbox.send(noted(at, false), post);
    assertThat(slack.posts("e-1")).hasSize(1);
  }

  @Test
  void asksWhetherTheRunIsHeldWhenTheJournalSpokeLongAgo() {
    var longAgo = noted(database.clock.instant().minusSeconds(6), true);
    database.jdbc.sql("update coordinator.run set epoch = epoch + 1").update();

    assertThatThrownBy(() -> outbox.send(longAgo, post)).isInstanceOf(LostLeaseException.class);

    assertThat(slack.posts("e-1")).isEmpty();
  }

  private EffectKey noted(Instant at, boolean first) {
    return new EffectKey(key.value(), run, run.correlationId(), new EffectKey.Noted(at, first));
  }

  @Test
  void sendsWhatBelongsToNoRun() {
    outbox.send(EffectKey.ofNoRun("reminder/task-1/2199-01-01", "review-1"), post);
    outbox.send(EffectKey.ofNoRun("reminder/task-1/2199-01-01", "review-2"), post);

    assertThat(slack.posts("review-1")).hasSize(1);
    assertThat(slack.posts("review-2")).isEmpty();
  }

  private Failure failure(Outgoing outgoing) {
    var failed = catchThrowableOfType(FailureException.class, () -> outbox.send(key, outgoing));
    return failed.failure();
  }
}
