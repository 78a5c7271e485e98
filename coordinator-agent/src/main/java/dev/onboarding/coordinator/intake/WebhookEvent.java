package dev.onboarding.coordinator.intake;

import org.jspecify.annotations.Nullable;

/// What a source sends.
///
/// @param eventId the source's own id of the event
/// @param correlationId names the onboarding; the event's id when missing
/// @param timestamp when it was sent, ISO-8601 with zone
record WebhookEvent(
    @Nullable String source,
    @Nullable String eventId,
    @Nullable String correlationId,
    @Nullable String accountId,
    @Nullable String opportunityId,
    @Nullable String timestamp) {}
