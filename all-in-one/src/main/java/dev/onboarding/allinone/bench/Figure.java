package dev.onboarding.allinone.bench;

import org.jspecify.annotations.Nullable;

/// One line of the benchmark: what was measured beside what it is held against in the same run.
///
/// @param goal empty where there is none
/// @param met whether the goal is reached; null where there is none, or nothing could be measured
public record Figure(
    String name,
    String measured,
    String reference,
    String ratio,
    String goal,
    @Nullable Boolean met) {}
