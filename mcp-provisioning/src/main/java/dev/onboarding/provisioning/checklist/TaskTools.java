package dev.onboarding.provisioning.checklist;

import static dev.onboarding.provisioning.tenant.TenantIdentity.parse;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.tenant.GivenText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools that change tasks.
final class TaskTools {

  private static final String KEY = "Repeating the call with the same key is harmless";
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_CODES = 14;

  private final CreateChecklist create;
  private final WorkOffTasks workOff;
  private final CompleteSystemTasks completeSystem;
  private final Tasks tasks;

  TaskTools(
      CreateChecklist create,
      WorkOffTasks workOff,
      CompleteSystemTasks completeSystem,
      Tasks tasks) {
    this.create = create;
    this.workOff = workOff;
    this.completeSystem = completeSystem;
    this.tasks = tasks;
  }

  @McpTool(
      name = CreateChecklist.TOOL,
      title = "Create the onboarding checklist",
      description =
          "Creates a tenant's onboarding tasks, once per tenant: the 14 of the server's own template,"
              + " or those of the one that is given. Due dates are calendar days after start_date in"
              + " time_zone; tasks the tier does not have are skipped.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  ChecklistRecord createChecklist(
      @McpToolParam(description = "Tenant id") String tenantId,
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters") String accountId,
      @McpToolParam(description = "Name of the customer, for reminders", required = false)
          @Nullable String accountName,
      @McpToolParam(description = "Who is reminded of the customer's tasks", required = false)
          @Nullable String customerEmail,
      @McpToolParam(description = "ENTERPRISE, GROWTH or STARTER") String tier,
      @McpToolParam(description = "A day, or an instant, which is a day in time_zone")
          String startDate,
      @McpToolParam(description = "Region of the tz database, for example Europe/Berlin")
          String timeZone,
      @McpToolParam(
              description = "A checklist template as YAML; absent means the server's own",
              required = false)
          @Nullable String template,
      @McpToolParam(description = KEY) String idempotencyKey) {
    ChecklistOrder order =
        ChecklistOrder.of(tenantId, accountId, tier, startDate, timeZone)
            .with(accountName, customerEmail);
    return template == null
        ? create.create(order, idempotencyKey)
        : create.create(order, ChecklistTemplateFile.given(template), idempotencyKey);
  }

  @McpTool(
      name = WorkOffTasks.UPDATE,
      title = "Change a task",
      description =
          "Changes the due date, the note or the owner of an open task. No task becomes or ceases to"
              + " be the system's.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  Task update(
      @McpToolParam(description = "Task id") String taskId,
      @McpToolParam(description = "A day, for example 2026-03-31", required = false)
          @Nullable String dueDate,
      @McpToolParam(description = "At most 500 characters", required = false) @Nullable String note,
      @McpToolParam(description = "system, cs_team, customer or milestone", required = false)
          @Nullable String owner,
      @McpToolParam(description = KEY) String idempotencyKey) {
    var change =
        new TaskChange(
            dueDate == null ? null : day(dueDate),
            note == null ? null : text("note", note),
            owner == null ? null : TaskOwner.parse(owner));
    if (change.isEmpty()) {
      throw new FailureException(
          Failure.invalid("NOTHING_TO_CHANGE", "give due_date, note or owner: all are missing"));
    }
    return workOff.change(parse("task_id", taskId), change, idempotencyKey);
  }

  @McpTool(
      name = WorkOffTasks.COMPLETE,
      title = "Complete a task",
      description =
          "Completes a task, named by task_id or by tenant_id and code. Refused while a task before"
              + " it is open. Completing it again changes nothing. A task of the system's needs the"
              + " coordinator's signed decision for just this task.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  Task complete(
      @McpToolParam(description = "Task id", required = false) @Nullable String taskId,
      @McpToolParam(description = "Tenant id, together with code", required = false)
          @Nullable String tenantId,
      @McpToolParam(description = "For example conduct_kickoff", required = false)
          @Nullable String code,
      @McpToolParam(description = "Who did it") String completedBy,
      @McpToolParam(
              description = "For a task of the system's: the coordinator's decision, a compact JWS",
              required = false)
          @Nullable String decision,
      @McpToolParam(description = KEY) String idempotencyKey) {
    return workOff.complete(
        () -> named(taskId, tenantId, code),
        text("completed_by", completedBy),
        decision,
        idempotencyKey);
  }

  @McpTool(
      name = CompleteSystemTasks.TOOL,
      title = "Complete tasks of the system's",
      description =
          "Completes several tasks of the system's, all or none, and answers the whole checklist."
              + " Refused while a task before one of them is open. Needs the coordinator's signed"
              + " decision for just these tasks.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  ChecklistRecord completeSystem(
      @McpToolParam(description = "Tenant id") String tenantId,
      @McpToolParam(description = "For example send_welcome_email; 1 to 14") List<String> codes,
      @McpToolParam(description = "The coordinator's decision, a compact JWS", required = false)
          @Nullable String decision,
      @McpToolParam(description = KEY) String idempotencyKey) {
    if (codes.size() > MOST_CODES) {
      throw new FailureException(
          Failure.invalid(
              "TOO_MANY_TASKS",
              "codes has %d entries: give at most %d".formatted(codes.size(), MOST_CODES)));
    }
    return completeSystem.complete(
        parse("tenant_id", tenantId),
        codes.stream().map(code -> text("codes", code)).toList(),
        decision,
        idempotencyKey);
  }

  @McpTool(
      name = WorkOffTasks.CANCEL,
      title = "Cancel tasks",
      description =
          "Cancels one open task, or all open tasks of a tenant. A cancelled task holds no other up"
              + " and leaves the progress.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = true,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  CancelledTasks cancel(
      @McpToolParam(description = "Task id, for one task", required = false)
          @Nullable String taskId,
      @McpToolParam(description = "Tenant id, for all its tasks", required = false)
          @Nullable String tenantId,
      @McpToolParam(description = "Why, in a sentence") String reason,
      @McpToolParam(description = KEY) String idempotencyKey) {
    String why = text("reason", reason);
    if (taskId != null && tenantId == null) {
      return workOff.cancelTask(parse("task_id", taskId), why, idempotencyKey);
    }
    if (tenantId != null && taskId == null) {
      return workOff.cancelAll(parse("tenant_id", tenantId), why, idempotencyKey);
    }
    throw new FailureException(
        Failure.invalid("TASK_UNNAMED", "give task_id or tenant_id, and not both"));
  }

  private UUID named(@Nullable String taskId, @Nullable String tenantId, @Nullable String code) {
    if (taskId != null) {
      return parse("task_id", taskId);
    }
    if (tenantId != null && code != null) {
      return tasks.get(parse("tenant_id", tenantId), text("code", code)).taskId();
    }
    throw new FailureException(
        Failure.invalid("TASK_UNNAMED", "give task_id, or tenant_id and code"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_DATE", "due_date '%s' is no date: give 2026-03-31".formatted(text)));
    }
  }

  private static String text(String argument, String given) {
    return GivenText.of(argument, given, LONGEST_TEXT, "INVALID_TEXT");
  }
}
