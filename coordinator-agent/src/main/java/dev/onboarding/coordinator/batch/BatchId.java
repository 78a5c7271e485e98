package dev.onboarding.coordinator.batch;

import java.util.UUID;

/// Names a batch; a time-ordered UUID, so that newer ones sort after older ones.
record BatchId(UUID value) {

  /// @throws IllegalArgumentException when the text is no UUID
  static BatchId parse(String text) {
    return new BatchId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
