package dev.onboarding.sandbox.inspect;

import dev.onboarding.sandbox.wire.ExternalSystem;

/// A system and the journal of what reached it.
public record Inspected(ExternalSystem system, Journal journal) {}
