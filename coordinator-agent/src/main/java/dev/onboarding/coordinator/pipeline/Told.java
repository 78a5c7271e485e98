package dev.onboarding.coordinator.pipeline;

import org.jspecify.annotations.Nullable;

/// A message or mail that left, or why none could, or what is to be known of it although it left.
///
/// @param reference what the receiving system called it; null when nothing left
/// @param warning why nothing left, or what was done otherwise than meant
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
