package dev.onboarding.coordinator.run;

/// A message or mail that left while a step was performed.
///
/// @param effect key under which it was meant to leave
/// @param reference what the receiving system called it
public record Departure(String effect, String reference) {}
