package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Completes, changes and cancels tasks, always under the lock of their checklist, so that what a
/// rule has just seen is still true when the change is written.
final class WorkOffTasks {

  static final String COMPLETE = "tasks_complete";
  static final String UPDATE = "tasks_update";
  static final String CANCEL = "tasks_cancel";

  private final SignedDecisions decisions;
  private final RecordedAnswers answers;
  private final Checklists checklists;
  private final Tasks tasks;
  private final SystemTasks systemTasks;
  private final Clock clock;

  WorkOffTasks(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Checklists checklists,
      Tasks tasks,
      SystemTasks systemTasks,
      Clock clock) {
    this.decisions = decisions;
    this.answers = answers;
    this.checklists = checklists;
    this.tasks = tasks;
    this.systemTasks = systemTasks;
    this.clock = clock;
  }

  /// @param named finds the task's id
  /// @param decision compact JWS of the coordinator, for what only the coordinator can know was
  ///   done: a task of the system's that this server does not see itself
  Task complete(Supplier<UUID> named, String by, @Nullable String decision, String key) {
    UUID taskId = named.get();
    KeyedCall call = KeyedCall.of(COMPLETE, key, new Completion(taskId, by));
    spendIfNeeded(decision, tasks.get(taskId), call);
    return answers.once(call, Task.class, () -> completed(taskId, by));
  }

  Task change(UUID taskId, TaskChange change, String key) {
    KeyedCall call = KeyedCall.of(UPDATE, key, new Change(taskId, change));
    return answers.once(
        call,
        Task.class,
        () -> {
          StoredTask task = locked(taskId);
          if (!task.isOpen()) {
            throw refused(
                "TASK_NOT_OPEN",
                "%s is %s and is not changed any more".formatted(named(task), task.status()),
                "Change open tasks only.");
          }
          refuseOtherHands(task, change);
          tasks.change(taskId, clock.instant(), change);
          return seen(taskId);
        });
  }

  CancelledTasks cancelTask(UUID taskId, String reason, String key) {
    KeyedCall call = KeyedCall.of(CANCEL, key, new Cancellation(taskId, reason));
    return answers.once(
        call, CancelledTasks.class, () -> cancelled(List.of(locked(taskId)), reason));
  }

  CancelledTasks cancelAll(UUID tenantId, String reason, String key) {
    KeyedCall call = KeyedCall.of(CANCEL, key, new Cancellation(tenantId, reason));
    return answers.once(
        call,
        CancelledTasks.class,
        () -> {
          if (checklists.locked(tenantId).isEmpty()) {
            throw noChecklist(tenantId);
          }
          return cancelled(tasks.ofTenant(tenantId), reason);
        });
  }

  /// Before the lock, because whether a task is the system's never changes.
  private void spendIfNeeded(@Nullable String decision, StoredTask task, KeyedCall call) {
    if (task.isOfSystem() && !SystemTasks.isWitnessed(task.code())) {
      decisions.spend(
          decision, DecidedOrder.completion(task.accountId(), task.tenantId(), task.code()), call);
    }
  }

  private static void refuseOtherHands(StoredTask task, TaskChange change) {
    if (change.owner() != null && task.isOfSystem() != (change.owner() == TaskOwner.SYSTEM)) {
      throw refused(
          "SYSTEM_TASK",
          task.isOfSystem()
              ? "%s is the system's and stays so".formatted(named(task))
              : "%s is no task of the system's and becomes none".formatted(named(task)),
          "Leave its owner, or give a person's task to cs_team, customer or milestone.");
    }
  }

  private Task completed(UUID taskId, String by) {
    StoredTask task = locked(taskId);
    switch (task.status()) {
      case COMPLETED -> {}
      case SKIPPED, CANCELLED ->
          throw refused(
              "TASK_NOT_OPEN",
              "%s is %s and cannot be completed".formatted(named(task), task.status()),
              "Nothing is left to do for it.");
      case OPEN -> {
        refuseBlocked(task);
        refuseUnseen(task);
        tasks.complete(taskId, clock.instant(), by);
      }
    }
    return seen(taskId);
  }

  private void refuseBlocked(StoredTask task) {
    List<StoredTask> before =
        tasks.ofTenant(task.tenantId()).stream()
            .filter(other -> task.dependsOn().contains(other.number()) && other.isOpen())
            .toList();
    if (!before.isEmpty()) {
      String names = before.stream().map(WorkOffTasks::named).collect(Collectors.joining(" and "));
      throw refused(
          "DEPENDENCY_OPEN",
          "%s cannot be completed while %s %s open"
              .formatted(named(task), names, before.size() == 1 ? "is" : "are"),
          "Complete %s first.".formatted(names));
    }
  }

  private void refuseUnseen(StoredTask task) {
    if (SystemTasks.isWitnessed(task.code())
        && systemTasks.happened(task.tenantId(), task.code()).isEmpty()) {
      throw refused(
          "NOT_HAPPENED",
          "%s is completed by what really happened, and it has not".formatted(named(task)),
          "Do it with its own tool; the task follows.");
    }
  }

  private CancelledTasks cancelled(List<StoredTask> affected, String reason) {
    List<StoredTask> open = affected.stream().filter(StoredTask::isOpen).toList();
    open.forEach(task -> tasks.cancel(task.taskId(), clock.instant(), reason));
    return new CancelledTasks(open.stream().map(task -> seen(task.taskId())).toList());
  }

  private StoredTask locked(UUID taskId) {
    checklists.lockOf(taskId);
    return tasks.get(taskId);
  }

  private Task seen(UUID taskId) {
    return tasks.get(taskId).asOf(clock.instant());
  }

  private static String named(StoredTask task) {
    return "task %d '%s'".formatted(task.number(), task.title());
  }

  private static FailureException noChecklist(UUID tenantId) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "CHECKLIST_NOT_FOUND",
            404,
            "Tenant %s has no checklist.".formatted(tenantId),
            "Create it with tasks_create_checklist, or correct the id.",
            "Caller"));
  }

  private static FailureException refused(String code, String why, String remedy) {
    String sentence = Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    return new FailureException(
        new Failure(ErrorType.VALIDATION, code, 409, sentence, remedy, "Caller"));
  }

  private record Completion(UUID taskId, String by) {}

  private record Change(UUID taskId, TaskChange change) {}

  private record Cancellation(UUID id, String reason) {}
}
