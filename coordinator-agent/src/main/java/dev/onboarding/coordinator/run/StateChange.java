package dev.onboarding.coordinator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The run entered a state.
public record StateChange(RunState state, Instant at, @Nullable String why) {}
