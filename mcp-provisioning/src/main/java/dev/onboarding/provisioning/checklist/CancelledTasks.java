package dev.onboarding.provisioning.checklist;

import java.util.List;

/// What a cancellation ended; tasks that were not open are not among them.
record CancelledTasks(List<Task> tasks) {

  CancelledTasks {
    tasks = List.copyOf(tasks);
  }
}
