package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.model.FailureException;

/// Lets messages and mails leave, each once under its key: intent in one transaction, the call with
/// none open, the outcome in another.
public final class Outbox {

  private final Effects effects;
  private final RunStores stores;
  private final SlackClient slack;
  private final MailRelay mail;

  public Outbox(Effects effects, RunStores stores, SlackClient slack, MailRelay mail) {
    this.effects = effects;
    this.stores = stores;
    this.slack = slack;
    this.mail = mail;
  }

  /// @return the receiving system's reference, the same when the effect had left before
  /// @throws FailureException when it did not leave, or nobody knows whether it did
  public String send(EffectKey key, Outgoing outgoing) {
    var intent = stores.inTransaction(() -> intend(key, outgoing));
    if (intent.reference() != null) {
      return intent.reference();
    }
    try {
      var reference = deliver(key, outgoing, intent);
      stores.inTransaction(() -> record(key, reference));
      return reference;
    } catch (FailureException failed) {
      stores.inTransaction(() -> recordFailure(key, failed));
      throw failed;
    }
  }

  private EffectRow intend(EffectKey key, Outgoing outgoing) {
    guard(key);
    return effects.intend(key, outgoing);
  }

  private String deliver(EffectKey key, Outgoing outgoing, EffectRow intent) {
    return switch (outgoing) {
      case SlackPost post when intent.tries() > 1 ->
          slack
              .find(post.channel(), key.value(), intent.intentAt())
              .orElseGet(() -> slack.post(post, key));
      case SlackPost post -> slack.post(post, key);
      // A relay cannot be asked; the same Message-ID makes both copies one message.
      case Mail message -> mail.send(message, key);
    };
  }

  private EffectKey record(EffectKey key, String reference) {
    guard(key);
    effects.left(key, reference);
    return key;
  }

  private EffectKey recordFailure(EffectKey key, FailureException failed) {
    guard(key);
    effects.failed(key, failed.failure());
    return key;
  }

  private void guard(EffectKey key) {
    if (key.run() != null) {
      stores.runs().hold(key.run());
    }
  }
}
