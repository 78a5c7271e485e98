package dev.onboarding.provisioning.checklist;

import java.util.List;
import java.util.UUID;

/// A checklist with its tasks, as callers see it.
record ChecklistRecord(UUID checklistId, String templateVersion, List<Task> tasks) {

  ChecklistRecord {
    tasks = List.copyOf(tasks);
  }
}
