package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.MailAddress;
import org.jspecify.annotations.Nullable;

/// Somebody at the customer's who can be written to.
///
/// @param name null when only the address is known
record Addressee(MailAddress address, @Nullable String name) {}
