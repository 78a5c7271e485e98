package dev.onboarding.coordinator.effect;

import java.time.Duration;

/// What became of an effect that was handed to the outbox.
public sealed interface Delivery {

  /// It has left, now or before.
  ///
  /// @param reference what the receiving system called it
  record Left(String reference) implements Delivery {}

  /// It has not, and nothing is wrong: its turn comes later. Hand it in again then.
  record Later(Duration delay) implements Delivery {}
}
