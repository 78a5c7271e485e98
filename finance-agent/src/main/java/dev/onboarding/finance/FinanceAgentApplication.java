package dev.onboarding.finance;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.agentkit.ContractHealth;
import dev.onboarding.agentkit.McpToolServers;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServerProperties;
import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.finance.advice.FinanceAdvice;
import dev.onboarding.finance.assessment.InvoiceAssessment;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// The server process, on port 8082 unless configured otherwise.
@McpServerApplication
@Import({InvoiceAssessment.class, FinanceAdvice.class})
@EnableConfigurationProperties({ToolServerProperties.class, ClientProperties.class})
public class FinanceAgentApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(FinanceAgentApplication.class)
        .properties("spring.config.name=finance-agent");
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
