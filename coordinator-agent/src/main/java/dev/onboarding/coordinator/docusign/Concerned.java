package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import java.util.UUID;

/// A run and the event that concerns it.
record Concerned(UUID id, RunState state, String accountKey, String eventId, String event) {

  RunId runId() {
    return new RunId(id);
  }

  /// Whether it may wait for exactly this.
  boolean waits() {
    return state.restsOnOthers();
  }
}
