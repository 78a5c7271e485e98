package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.UUID;

/// How a change of tasks is refused.
final class TaskRefusal {

  private TaskRefusal() {}

  static FailureException of(String code, String why, String remedy) {
    String sentence = Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    return new FailureException(
        new Failure(ErrorType.VALIDATION, code, 409, sentence, remedy, "Caller"));
  }

  static FailureException noChecklist(UUID tenantId) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "CHECKLIST_NOT_FOUND",
            404,
            "Tenant %s has no checklist.".formatted(tenantId),
            "Create it with tasks_create_checklist, or correct the id.",
            "Caller"));
  }

  static String named(StoredTask task) {
    return "task %d '%s'".formatted(task.number(), task.title());
  }
}
