package dev.onboarding.agentkit;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// What every agent calls other servers with, under its own name, and what its health says of them.
/// Beans of type [NeededTools] tell which tools it needs.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ToolServerProperties.class, ClientProperties.class})
public class ToolServersConfiguration {

  @Bean(destroyMethod = "close")
  McpToolServers toolServers(
      ToolServerProperties properties,
      JsonMapper json,
      Clock clock,
      @Value("${mcp.edge.name}") String self,
      ObjectProvider<NeededTools> needed,
      OpenTelemetry telemetry,
      ClientProperties client) {
    return new McpToolServers(
        properties,
        json,
        clock,
        self,
        new McpToolServers.Terms(NeededTools.together(needed.stream()), client, telemetry));
  }

  @Bean
  ContractHealth toolContracts(McpToolServers servers) {
    return new ContractHealth(servers);
  }
}
