package dev.onboarding.coordinator.pipeline;

import java.util.List;

/// Why a run no longer waits.
///
/// @param differences what a fresh reading found otherwise; empty when time was up
public record Awaited(End end, List<String> differences) {

  /// How waiting ends.
  public enum End {
    CHANGED,
    TIME_IS_UP
  }

  public Awaited {
    differences = List.copyOf(differences);
  }

  static Awaited changed(List<String> differences) {
    return new Awaited(End.CHANGED, differences);
  }

  static Awaited timeIsUp() {
    return new Awaited(End.TIME_IS_UP, List.of());
  }

  boolean isChanged() {
    return end == End.CHANGED;
  }
}
