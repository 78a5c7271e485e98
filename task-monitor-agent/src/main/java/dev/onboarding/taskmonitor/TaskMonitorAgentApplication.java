package dev.onboarding.taskmonitor;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.agentkit.ContractHealth;
import dev.onboarding.agentkit.McpToolServers;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServerProperties;
import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.taskmonitor.review.TaskReviewing;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// The server process, on port 8083 unless configured otherwise.
@McpServerApplication
@Import(TaskReviewing.class)
@EnableConfigurationProperties({ToolServerProperties.class, ClientProperties.class})
public class TaskMonitorAgentApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(TaskMonitorAgentApplication.class)
        .properties("spring.config.name=task-monitor-agent");
  }

  public static void main(String[] args) {
    builder().run(args);
  }

  @Bean
  McpToolServers toolServers(
      ToolServerProperties properties,
      JsonMapper json,
      Clock clock,
      EdgeProperties self,
      ObjectProvider<NeededTools> needed,
      OpenTelemetry telemetry,
      ClientProperties client) {
    return new McpToolServers(
        properties,
        json,
        clock,
        self.name(),
        new McpToolServers.Terms(NeededTools.together(needed.stream()), client, telemetry));
  }

  @Bean
  ContractHealth toolContracts(McpToolServers servers) {
    return new ContractHealth(servers);
  }
}
