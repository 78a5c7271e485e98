package dev.onboarding.coordinator.pipeline;

import org.jspecify.annotations.Nullable;

/// A message or mail that left, or why none could.
///
/// @param reference what the receiving system called it; null when nothing left
/// @param warning why nothing left; only then present
public record Told(@Nullable String reference, @Nullable String warning) {

  static Told left(String reference) {
    return new Told(reference, null);
  }

  static Told nobody(String warning) {
    return new Told(null, warning);
  }

  boolean happened() {
    return reference != null;
  }
}
