package dev.onboarding.taskmonitor.review;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.taskmonitor.reminder.OverdueTask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads every late task, page by page.
final class ReadOverdueTasks {

  private static final String SERVER = "provisioning";
  private static final String TOOL = "tasks_get_overdue";

  static final NeededTools NEEDED =
      NeededTools.of(NeededTool.of(SERVER, TOOL, Query.class, Page.class));

  private final ToolServers servers;
  private final ReviewProperties properties;

  ReadOverdueTasks(ToolServers servers, ReviewProperties properties) {
    this.servers = servers;
    this.properties = properties;
  }

  /// @param asOf a day, or an instant, which is a day in each customer's own zone
  /// @throws FailureException when any page cannot be read, or there are more than may be
  List<OverdueTask> asOf(String asOf) {
    var tasks = new ArrayList<OverdueTask>();
    String cursor = null;
    for (int page = 0; page < properties.maxPages(); page++) {
      var query = new Query(asOf, properties.pageSize(), cursor);
      Page read = servers.call(SERVER, TOOL, query, Page.class).value();
      tasks.addAll(read.tasks());
      cursor = read.nextCursor();
      if (cursor == null) {
        return tasks;
      }
    }
    throw new FailureException(
        Failure.of(
            ErrorType.SERVER_ERROR,
            "TOO_MANY_OVERDUE_TASKS",
            null,
            "More than %d pages of overdue tasks: raise task-monitor-agent.review.max-pages, or find out why they pile up."
                .formatted(properties.maxPages())));
  }

  private record Query(String asOfDate, int limit, @Nullable String cursor) {}

  private record Page(List<OverdueTask> tasks, @Nullable String nextCursor) {}
}
