package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;

/// Where a task stands. Everything but OPEN lets the tasks after it go on: skipped and cancelled
/// tasks will never be done.
enum TaskStatus {
  OPEN,
  COMPLETED,
  SKIPPED,
  CANCELLED;

  /// @throws FailureException `UNKNOWN_STATUS` when the text names none
  static TaskStatus parse(String text) {
    for (TaskStatus status : values()) {
      if (status.name().equalsIgnoreCase(text)) {
        return status;
      }
    }
    throw new FailureException(
        Failure.invalid(
            "UNKNOWN_STATUS",
            "'%s' is no status: give OPEN, COMPLETED, SKIPPED or CANCELLED".formatted(text)));
  }
}
