package dev.onboarding.adviser.ask;

import org.jspecify.annotations.Nullable;

/// What came of asking.
///
/// @param value null when no model's words can be used; the origin says why
public record Answered<T>(@Nullable T value, Origin origin) {}
