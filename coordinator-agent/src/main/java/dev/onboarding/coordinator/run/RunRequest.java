package dev.onboarding.coordinator.run;

import dev.onboarding.model.AccountReference;
import org.jspecify.annotations.Nullable;

/// What asks for a run.
///
/// @param event the sender's own id of the event; the same event never makes a second run
/// @param mode at most as lax as the configured one; null for that
/// @param opportunity the deal to onboard, when the sender names one
public record RunRequest(
    String source,
    String event,
    String correlation,
    AccountReference account,
    @Nullable String opportunity,
    @Nullable Mode mode,
    int priority) {}
