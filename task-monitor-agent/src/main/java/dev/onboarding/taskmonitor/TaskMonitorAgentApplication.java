package dev.onboarding.taskmonitor;

import dev.onboarding.agentkit.ToolServersConfiguration;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.taskmonitor.review.TaskReviewing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The server process, on port 8083 unless configured otherwise.
@McpServerApplication
@Import({TaskReviewing.class, ToolServersConfiguration.class})
public class TaskMonitorAgentApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(TaskMonitorAgentApplication.class)
        .properties("spring.config.name=task-monitor-agent");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
