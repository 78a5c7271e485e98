package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lets messages and mails leave, each once under its key: intent in one transaction, the call with
/// none open, the outcome in another. A message takes its turn in front of its channel. What needs
/// none and was never meant before leaves after a single statement, and at once when the journal of
/// its run has just said that it is meant.
public final class Outbox {

  /// Whoever was held up for longer between intent and call asks again whether it still may.
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Effects effects;
  private final RunStores stores;
  private final Pace pace;
  private final SlackClient slack;
  private final MailRelay mail;
  private final Clock clock;

  Outbox(
      Effects effects,
      RunStores stores,
      Pace pace,
      SlackClient slack,
      MailRelay mail,
      Clock clock) {
    this.effects = effects;
    this.stores = stores;
    this.pace = pace;
    this.slack = slack;
    this.mail = mail;
    this.clock = clock;
  }

  /// As [#offer], for callers that cannot come back by themselves.
  ///
  /// @return the receiving system's reference, the same when the effect had left before
  /// @throws FailureException when it did not leave, nobody knows whether it did, or its turn comes
  ///   later: then as a rate limit that says when
  public String send(EffectKey key, Outgoing outgoing) {
    return switch (offer(key, outgoing)) {
      case Delivery.Left(var reference) -> reference;
      case Delivery.Later(var delay) ->
          throw new FailureException(
              Failure.of(
                  ErrorType.RATE_LIMIT,
                  "NOT_ITS_TURN",
                  null,
                  "The channel takes the message later."),
              delay,
              null);
    };
  }

  /// Lets it leave when its turn has come or comes soon.
  ///
  /// @throws FailureException when it did not leave, or nobody knows whether it did
  public Delivery offer(EffectKey key, Outgoing outgoing) {
    var next = first(key, outgoing);
    if (next instanceof Next.Look look) {
      var found = lookedFor(key, look);
      if (found != null) {
        return recorded(key, look.post(), look.since(), found);
      }
      var visible = look.visible();
      next =
          visible.isAfter(clock.instant())
              ? new Next.Wait(visible)
              : stores.inTransaction(() -> held(key, outgoing));
    }
    return switch (next) {
      case Next.Known(var reference) -> new Delivery.Left(reference);
      case Next.Wait(var until) -> later(until);
      case Next.Go go -> deliver(key, outgoing, go);
      case Next.Look look -> throw new IllegalStateException("It was looked for already");
    };
  }

  private Next first(EffectKey key, Outgoing outgoing) {
    var noted = key.noted();
    var now = clock.instant();
    if (!inLine(outgoing) && (noted == null || noted.first())) {
      if (noted != null && !now.isAfter(noted.at().plus(FRESH))) {
        return new Next.Go(noted.at());
      }
      if (effects.enter(key, outgoing, now).isPresent()) {
        return new Next.Go(now);
      }
    }
    return stores.inTransaction(() -> intend(key, outgoing));
  }

  /// What is not entered although it was tried before may have left when it was tried first: any
  /// later try enters it.
  private Next intend(EffectKey key, Outgoing outgoing) {
    guard(key);
    var noted = key.noted();
    var triedAt = noted == null || noted.first() ? null : noted.at();
    var row = effects.enter(key, outgoing, triedAt).orElseGet(() -> effects.lock(key));
    if (row.reference() != null) {
      return new Next.Known(row.reference());
    }
    if (outgoing instanceof SlackPost post && row.inDoubt()) {
      return new Next.Look(post, row.notBefore(), visible(row));
    }
    return turn(key, outgoing, row);
  }

  private Next held(EffectKey key, Outgoing outgoing) {
    guard(key);
    return turn(key, outgoing, effects.lock(key));
  }

  private boolean inLine(Outgoing outgoing) {
    return outgoing instanceof SlackPost && pace.settings().limited();
  }

  private Instant visible(EffectRow row) {
    return row.triedAt() == null ? Instant.MIN : row.triedAt().plus(pace.settings().visibleAfter());
  }

  /// A try is recorded only when it is made next.
  private Next turn(EffectKey key, Outgoing outgoing, EffectRow row) {
    var now = clock.instant();
    var turn =
        inLine(outgoing)
            ? pace.turn(outgoing.target(), row.slotAt(), now)
            : new Turn(row.slotAt(), now);
    if (turn.due().isAfter(now.plus(pace.settings().patience()))) {
      effects.keepSlot(key, turn.slot());
      return new Next.Wait(turn.due());
    }
    effects.leaving(key, turn.slot());
    return new Next.Go(turn.due().isAfter(now) ? turn.due() : now);
  }

  private @Nullable String lookedFor(EffectKey key, Next.Look look) {
    try {
      return slack.find(look.post().channel(), key.value(), look.since()).orElse(null);
    } catch (FailureException failed) {
      recordFailure(key, look.post(), look.since(), failed, false);
      throw failed;
    }
  }

  private Delivery deliver(EffectKey key, Outgoing outgoing, Next.Go go) {
    pause(Duration.between(clock.instant(), go.at()));
    if (clock.instant().isAfter(go.at().plus(FRESH))) {
      return new Delivery.Later(Duration.ZERO);
    }
    try {
      return recorded(key, outgoing, go.at(), handedOver(key, outgoing));
    } catch (FailureException failed) {
      return afterFailure(key, outgoing, go.at(), failed);
    }
  }

  private String handedOver(EffectKey key, Outgoing outgoing) {
    return switch (outgoing) {
      case SlackPost post -> slack.post(post, key);
      // A relay cannot be asked; the same Message-ID makes both copies one message.
      case Mail message -> mail.send(message, key);
    };
  }

  private Delivery recorded(EffectKey key, Outgoing outgoing, Instant triedAt, String reference) {
    effects.left(key, outgoing, triedAt, reference);
    return new Delivery.Left(reference);
  }

  /// Slack holds a channel up for everybody, and that is no failure.
  private Delivery afterFailure(
      EffectKey key, Outgoing outgoing, Instant triedAt, FailureException failed) {
    boolean heldUp =
        outgoing instanceof SlackPost && failed.failure().errorType() == ErrorType.RATE_LIMIT;
    if (!heldUp) {
      recordFailure(
          key,
          outgoing,
          triedAt,
          failed,
          outgoing instanceof SlackPost && SlackFailures.nothingLeft(failed.failure()));
      throw failed;
    }
    var now = clock.instant();
    var until = now.plus(failed.retryAfter().orElse(SlackFailures.DEFAULT_PAUSE));
    stores.inTransaction(() -> {
      failed(key, outgoing, triedAt, failed, true);
      pace.heldUp(outgoing.target(), until, now);
      return key;
    });
    return later(until);
  }

  private void recordFailure(
      EffectKey key, Outgoing outgoing, Instant triedAt, FailureException failed, boolean settled) {
    stores.inTransaction(() -> {
      failed(key, outgoing, triedAt, failed, settled);
      return key;
    });
  }

  /// One that left at once is entered with its failure, as tried before it left.
  private void failed(
      EffectKey key, Outgoing outgoing, Instant triedAt, FailureException failed, boolean settled) {
    guard(key);
    effects.enter(key, outgoing, triedAt);
    effects.failed(key, failed.failure(), settled);
  }

  private Delivery later(Instant until) {
    return new Delivery.Later(Duration.between(clock.instant(), until));
  }

  private static void pause(Duration time) {
    try {
      if (time.isPositive()) {
        Thread.sleep(time);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while a message waited for its turn", stopped);
    }
  }

  private void guard(EffectKey key) {
    if (key.run() != null) {
      stores.runs().hold(key.run());
    }
  }

  /// What is to be done with an effect now.
  private sealed interface Next {

    record Known(String reference) implements Next {}

    /// An earlier try may have reached Slack: look from then on, and believe an empty answer only
    /// once everything must be visible.
    record Look(SlackPost post, Instant since, Instant visible) implements Next {}

    record Wait(Instant until) implements Next {}

    /// The try is recorded.
    record Go(Instant at) implements Next {}
  }
}
