package dev.onboarding.coordinator.effect;

import dev.onboarding.model.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One effect as the outbox recorded it.
///
/// @param kind `slack` or `mail`
/// @param target channel or recipients
/// @param tries how often it was handed over, or was about to be
/// @param reference what the receiving system called it: a Slack timestamp, a Message-ID
/// @param slotAt the turn it has reserved in front of its channel, before Slack moved the line
/// @param triedAt when it was handed over last
/// @param settledTries tries of which it is known that nothing left by them
public record EffectRow(
    String key,
    String kind,
    String target,
    String subject,
    String contentDigest,
    int tries,
    Instant intentAt,
    @Nullable Instant outcomeAt,
    @Nullable String reference,
    @Nullable Failure failure,
    @Nullable Instant slotAt,
    @Nullable Instant triedAt,
    int settledTries) {

  /// The same under a key that may be shown.
  public EffectRow under(String shown) {
    return new EffectRow(
        shown,
        kind,
        target,
        subject,
        contentDigest,
        tries,
        intentAt,
        outcomeAt,
        reference,
        failure,
        slotAt,
        triedAt,
        settledTries);
  }

  /// Whether a try may have reached the other system without our knowing.
  boolean inDoubt() {
    return reference == null && tries > settledTries;
  }

  /// No try was made before.
  Instant notBefore() {
    return slotAt != null && slotAt.isAfter(intentAt) ? slotAt : intentAt;
  }
}
