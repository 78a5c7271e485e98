package dev.onboarding.coordinator.effect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message's place in the line in front of its channel.
///
/// @param slot as reserved, before Slack moved the line; null when there is no line
/// @param due when the message may leave
record Turn(@Nullable Instant slot, Instant due) {}
