package dev.onboarding.coordinator.effect;

import dev.onboarding.model.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One effect as the outbox recorded it.
///
/// @param kind `slack` or `mail`
/// @param target channel or recipients
/// @param reference what the receiving system called it: a Slack timestamp, a Message-ID
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
    @Nullable Failure failure) {}
