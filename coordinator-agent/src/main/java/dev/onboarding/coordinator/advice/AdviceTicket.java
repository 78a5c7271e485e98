package dev.onboarding.coordinator.advice;

import dev.onboarding.coordinator.run.RunId;
import java.util.UUID;

/// What the scheduler keeps: about which attempt of which run models are asked.
record AdviceTicket(UUID run, int attempt) {

  RunId runId() {
    return new RunId(run);
  }
}
