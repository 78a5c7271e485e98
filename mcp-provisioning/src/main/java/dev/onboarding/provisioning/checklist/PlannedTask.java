package dev.onboarding.provisioning.checklist;

import java.time.LocalDate;
import java.util.List;

/// A task as a template would have it made.
///
/// @param status OPEN, or SKIPPED where the tier does not have it
/// @param dependsOn numbers of the tasks that come before it
record PlannedTask(
    int number,
    String code,
    String title,
    TaskOwner owner,
    TaskStatus status,
    LocalDate dueDate,
    List<Integer> dependsOn) {

  PlannedTask {
    dependsOn = List.copyOf(dependsOn);
  }
}
