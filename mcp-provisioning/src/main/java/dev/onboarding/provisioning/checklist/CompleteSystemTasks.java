package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Completes, in one call, the tasks that stand for what the coordinator did: all of them or none.
final class CompleteSystemTasks {

  static final String TOOL = "tasks_complete_system";

  private static final String SYSTEM = "system";

  private final SignedDecisions decisions;
  private final RecordedAnswers answers;
  private final Checklists checklists;
  private final Tasks tasks;
  private final CompletionRules completion;
  private final Clock clock;

  CompleteSystemTasks(
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

  /// @param decision compact JWS of the coordinator for just these tasks
  /// @return the whole checklist as it stands then
  ChecklistRecord complete(
      UUID tenantId, List<String> codes, @Nullable String decision, String key) {
    NavigableSet<String> named = new TreeSet<>(codes);
    KeyedCall call = KeyedCall.of(TOOL, key, new Completions(tenantId, List.copyOf(named)));
    List<StoredTask> all = tasks.ofTenant(tenantId);
    List<StoredTask> affected = named.stream().map(code -> ofSystem(all, tenantId, code)).toList();
    var order = DecidedOrder.completions(account(tenantId, affected), tenantId, named);
    var verified = decisions.verified(decision, order);
    return answers.once(
        call,
        ChecklistRecord.class,
        () -> {
          decisions.spend(verified, call);
          return completed(tenantId, task -> named.contains(task.code()));
        });
  }

  private ChecklistRecord completed(UUID tenantId, Predicate<StoredTask> affected) {
    Checklists.Made made =
        checklists.locked(tenantId).orElseThrow(() -> TaskRefusal.noChecklist(tenantId));
    List<StoredTask> then = completion.complete(affected, tasks.ofTenant(tenantId), SYSTEM);
    return new ChecklistRecord(
        made.checklistId(),
        made.templateVersion(),
        then.stream().map(task -> task.asOf(clock.instant())).toList());
  }

  private static StoredTask ofSystem(List<StoredTask> all, UUID tenantId, String code) {
    StoredTask task =
        all.stream()
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Tasks.notFound(tenantId, code));
    if (!task.isOfSystem()) {
      throw TaskRefusal.of(
          "NOT_SYSTEM_TASK",
          "%s is not the system's".formatted(TaskRefusal.named(task)),
          "Complete it with tasks_complete.");
    }
    return task;
  }

  private static String account(UUID tenantId, List<StoredTask> affected) {
    if (affected.isEmpty()) {
      throw new FailureException(
          Failure.invalid(
              "TASK_UNNAMED", "give at least one code for tenant %s".formatted(tenantId)));
    }
    return affected.getFirst().accountId();
  }

  private record Completions(UUID tenantId, List<String> codes) {}
}
