package dev.onboarding.coordinator.retention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the provisioning server erased.
///
/// @param taskIds of the customer's tasks, by which reminders of them are found
record ErasedElsewhere(
    int tenants, int tasks, int credentialLinks, int answers, List<String> taskIds) {

  ErasedElsewhere(
      int tenants, int tasks, int credentialLinks, int answers, @Nullable List<String> taskIds) {
    this.tenants = tenants;
    this.tasks = tasks;
    this.credentialLinks = credentialLinks;
    this.answers = answers;
    this.taskIds = taskIds == null ? List.of() : List.copyOf(taskIds);
  }
}
