package dev.onboarding.coordinator.run;

/// The run a trigger led to.
///
/// @param repeated whether it existed before
public record Opened(Run run, boolean repeated) {}
