package dev.onboarding.sandbox.story;

import org.jspecify.annotations.Nullable;

/// A customer in NetSuite.
///
/// @param external the external id; the story's key unless stated
public record CustomerData(
    @Nullable String name,
    @Nullable String external,
    @Nullable String email,
    @Nullable String currency,
    boolean inactive) {}
