package dev.onboarding.coordinator.run;

import org.jspecify.annotations.Nullable;

/// Which runs to list.
///
/// @param before only runs older than this one: the last of the previous page
public record RunFilter(
    @Nullable RunState state, @Nullable String account, @Nullable RunId before, int size) {}
