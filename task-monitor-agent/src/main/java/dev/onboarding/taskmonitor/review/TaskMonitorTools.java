package dev.onboarding.taskmonitor.review;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool that reviews late tasks.
class TaskMonitorTools {

  private final ReviewTasks tasks;

  TaskMonitorTools(ReviewTasks tasks) {
    this.tasks = tasks;
  }

  @McpTool(
      name = "task_monitor_review",
      title = "Review late tasks",
      description =
          "Who must be reminded of which late onboarding task. Sends nothing. The key of a reminder is the same for one task on one day, so that it is sent once. A task that waits for another one is not reminded of.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  TaskReview review(
      @McpToolParam(
              description =
                  "The day to review (2031-05-09), or an instant (2031-05-09T08:00:00Z), which is a day in each customer's own zone; now when it is not given",
              required = false)
          @Nullable String asOf,
      @McpToolParam(
              description =
                  "Salesforce account id, 15 or 18 characters; all accounts when not given",
              required = false)
          @Nullable String accountId) {
    return tasks.of(asOf, accountId);
  }
}
