package dev.onboarding.coordinator.pipeline;

import java.util.List;

/// Whether the evidence still holds.
///
/// @param readAgain false when it was young enough
/// @param differences what a fresh reading found otherwise
public record Confirmed(boolean readAgain, List<String> differences) {

  public Confirmed {
    differences = List.copyOf(differences);
  }
}
