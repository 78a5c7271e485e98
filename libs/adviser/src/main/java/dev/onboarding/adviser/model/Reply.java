package dev.onboarding.adviser.model;

import org.jspecify.annotations.Nullable;

/// What a model answered, as it answered it.
///
/// @param text empty when there was none
/// @param refusal the model's own words for declining; null when it did not
/// @param model as the provider names it
/// @param finish why the model stopped, in the provider's own words; empty when not stated
public record Reply(
    String text,
    @Nullable String refusal,
    String model,
    String finish,
    long inputTokens,
    long outputTokens) {}
