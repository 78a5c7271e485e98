package dev.onboarding.provisioning.checklist;

import static dev.onboarding.provisioning.tenant.TenantIdentity.parse;

import dev.onboarding.model.AccountReference;
import dev.onboarding.provisioning.tenant.ServiceTier;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools that read tasks.
final class TaskViewTools {

  private final ReadTasks read;
  private final ChecklistTemplate template;

  TaskViewTools(ReadTasks read, ChecklistTemplate template) {
    this.read = read;
    this.template = template;
  }

  @McpTool(
      name = "tasks_list",
      title = "List tasks",
      description =
          "Tasks in the order of their checklist, narrowed by tenant, account, owner and status, with"
              + " the progress of all that tenant, account and owner cover. Skipped counts as met.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  TaskPage list(
      @McpToolParam(description = "Tenant id", required = false) @Nullable String tenantId,
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters", required = false)
          @Nullable String accountId,
      @McpToolParam(description = "system, cs_team, customer or milestone", required = false)
          @Nullable String owner,
      @McpToolParam(description = "OPEN, COMPLETED, SKIPPED or CANCELLED", required = false)
          @Nullable String status,
      @McpToolParam(description = "next_cursor of the page before", required = false)
          @Nullable String cursor,
      @McpToolParam(description = "Most tasks to answer, 1 to 200, usually 50", required = false)
          @Nullable Integer limit) {
    var filter =
        new TaskFilter(
            tenantId == null ? null : parse("tenant_id", tenantId),
            accountId == null ? null : new AccountReference(accountId).value(),
            owner == null ? null : TaskOwner.parse(owner),
            status == null ? null : TaskStatus.parse(status));
    return read.list(filter, Page.of(cursor, limit, 3));
  }

  @McpTool(
      name = "tasks_get_overdue",
      title = "List overdue tasks",
      description =
          "Open tasks whose due date has passed, the longest overdue first, over all customers.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  OverduePage overdue(
      @McpToolParam(
              description =
                  "The day it is, or an instant, which is a day in each customer's own zone")
          String asOfDate,
      @McpToolParam(description = "Most tasks to answer, 1 to 200, usually 50", required = false)
          @Nullable Integer limit,
      @McpToolParam(description = "next_cursor of the page before", required = false)
          @Nullable String cursor) {
    return read.overdue(CalendarDay.parse("as_of_date", asOfDate), Page.of(cursor, limit, 2));
  }

  @McpTool(
      name = "tasks_preview_checklist",
      title = "Preview a checklist",
      description =
          "The tasks that a template would give a customer, without making them. A template that"
              + " cannot be used is refused with everything that is wrong with it.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  ChecklistPlan preview(
      @McpToolParam(description = "ENTERPRISE, GROWTH or STARTER") String tier,
      @McpToolParam(description = "A day, or an instant, which is a day in time_zone")
          String startDate,
      @McpToolParam(description = "Region of the tz database, for example Europe/Berlin")
          String timeZone,
      @McpToolParam(
              description = "A checklist template as YAML; absent means the server's own",
              required = false)
          @Nullable String template) {
    return ChecklistPlan.of(
        template == null ? this.template : ChecklistTemplateFile.given(template),
        ServiceTier.parse(tier),
        CalendarDay.parse("start_date", startDate).in(CalendarDay.zone(timeZone)));
  }
}
