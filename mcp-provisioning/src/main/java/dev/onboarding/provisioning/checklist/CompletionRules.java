package dev.onboarding.provisioning.checklist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// When a task may be completed: it is open, no task before it is open, and what this server sees
/// for itself has really happened.
final class CompletionRules {

  private final Tasks tasks;
  private final SystemTasks systemTasks;
  private final Clock clock;

  CompletionRules(Tasks tasks, SystemTasks systemTasks, Clock clock) {
    this.tasks = tasks;
    this.systemTasks = systemTasks;
    this.clock = clock;
  }

  /// Completes all that are affected or none; what is completed already stays as it is. Under the
  /// lock of the checklist.
  ///
  /// @param all tasks of the tenant as they stand now, in the order of the checklist: one of those
  ///   affected may come before another
  /// @return all of them as they stand then
  List<StoredTask> complete(Predicate<StoredTask> affected, List<StoredTask> all, String by) {
    List<StoredTask> before = new ArrayList<>(all);
    Set<UUID> left = new HashSet<>();
    for (StoredTask task : all.stream().filter(affected).toList()) {
      if (isLeftToDo(task, before)) {
        left.add(task.taskId());
      }
      before.remove(task);
    }
    if (left.isEmpty()) {
      return all;
    }
    // As exactly as it is kept, so that the answer says what the row says.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    tasks.complete(left, at, by);
    return unblocked(
        all.stream()
            .map(task -> left.contains(task.taskId()) ? task.completed(at, by) : task)
            .toList());
  }

  private static List<StoredTask> unblocked(List<StoredTask> all) {
    Set<Integer> open =
        all.stream()
            .filter(StoredTask::isOpen)
            .map(StoredTask::number)
            .collect(Collectors.toUnmodifiableSet());
    return all.stream()
        .map(task -> task.blocked(!Collections.disjoint(task.dependsOn(), open)))
        .toList();
  }

  private boolean isLeftToDo(StoredTask task, List<StoredTask> all) {
    return switch (task.status()) {
      case COMPLETED -> false;
      case SKIPPED, CANCELLED ->
          throw TaskRefusal.of(
              "TASK_NOT_OPEN",
              "%s is %s and cannot be completed".formatted(TaskRefusal.named(task), task.status()),
              "Nothing is left to do for it.");
      case OPEN -> {
        refuseBlocked(task, all);
        refuseUnseen(task);
        yield true;
      }
    };
  }

  private static void refuseBlocked(StoredTask task, List<StoredTask> all) {
    List<StoredTask> before =
        all.stream()
            .filter(other -> task.dependsOn().contains(other.number()) && other.isOpen())
            .toList();
    if (!before.isEmpty()) {
      String names = before.stream().map(TaskRefusal::named).collect(Collectors.joining(" and "));
      throw TaskRefusal.of(
          "DEPENDENCY_OPEN",
          "%s cannot be completed while %s %s open"
              .formatted(TaskRefusal.named(task), names, before.size() == 1 ? "is" : "are"),
          "Complete %s first.".formatted(names));
    }
  }

  private void refuseUnseen(StoredTask task) {
    if (SystemTasks.isWitnessed(task.code())
        && systemTasks.happened(task.tenantId(), task.code()).isEmpty()) {
      throw TaskRefusal.of(
          "NOT_HAPPENED",
          "%s is completed by what really happened, and it has not"
              .formatted(TaskRefusal.named(task)),
          "Do it with its own tool; the task follows.");
    }
  }
}
