package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Coordinator;

/// Finds the system that is already running.
final class Attached {

  private Attached() {}

  /// @throws IllegalStateException when none runs on these ports
  static Coordinator coordinator(SystemOptions system) {
    Coordinator coordinator = system.coordinator();
    if (!coordinator.answers()) {
      throw new IllegalStateException(
          "Nothing answers on port %d. Start the system with 'onboarding up', or name its ports with --port-base."
              .formatted(system.ports().base()));
    }
    return coordinator;
  }
}
