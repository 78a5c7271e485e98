package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
  private final CompletionRules completion;
  private final Clock clock;

  WorkOffTasks(
      SignedDecisions decisions,
      RecordedAnswers answers,
      Checklists checklists,
      Tasks tasks,
      CompletionRules completion,
      Clock clock) {
    this.decisions = decisions;
    this.answers = answers;
    this.checklists = checklists;
    this.tasks = tasks;
    this.completion = completion;
    this.clock = clock;
  }

  /// @param named finds the task's id
  /// @param decision compact JWS of the coordinator, for what only the coordinator can know was
  ///   done: a task of the system's that this server does not see itself
  Task complete(Supplier<UUID> named, String by, @Nullable String decision, String key) {
    UUID taskId = named.get();
    KeyedCall call = KeyedCall.of(COMPLETE, key, new Completion(taskId, by));
    StoredTask task = tasks.get(taskId);
    spendIfNeeded(decision, task, call);
    return answers.once(call, Task.class, () -> completed(task, by));
  }

  Task change(UUID taskId, TaskChange change, String key) {
    KeyedCall call = KeyedCall.of(UPDATE, key, new Change(taskId, change));
    return answers.once(
        call,
        Task.class,
        () -> {
          StoredTask task = locked(taskId);
          if (!task.isOpen()) {
            throw TaskRefusal.of(
                "TASK_NOT_OPEN",
                "%s is %s and is not changed any more"
                    .formatted(TaskRefusal.named(task), task.status()),
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
            throw TaskRefusal.noChecklist(tenantId);
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
      throw TaskRefusal.of(
          "SYSTEM_TASK",
          task.isOfSystem()
              ? "%s is the system's and stays so".formatted(TaskRefusal.named(task))
              : "%s is no task of the system's and becomes none".formatted(TaskRefusal.named(task)),
          "Leave its owner, or give a person's task to cs_team, customer or milestone.");
    }
  }

  private Task completed(StoredTask named, String by) {
    checklists.lockOf(named.taskId());
    Predicate<StoredTask> isIt = task -> task.taskId().equals(named.taskId());
    return completion.complete(isIt, tasks.ofTenant(named.tenantId()), by).stream()
        .filter(isIt)
        .findFirst()
        .map(task -> task.asOf(clock.instant()))
        .orElseThrow(() -> new IllegalStateException("the task has left its checklist"));
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

  private record Completion(UUID taskId, String by) {}

  private record Change(UUID taskId, TaskChange change) {}

  private record Cancellation(UUID id, String reason) {}
}
