package dev.onboarding.contract;

import dev.onboarding.agentkit.ToolServersConfiguration;
import dev.onboarding.contract.advice.ContractAdvice;
import dev.onboarding.contract.assessment.ContractAssessment;
import dev.onboarding.edge.McpServerApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The server process, on port 8081 unless configured otherwise.
@McpServerApplication
@Import({ContractAssessment.class, ContractAdvice.class, ToolServersConfiguration.class})
public class ContractAgentApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ContractAgentApplication.class)
        .properties("spring.config.name=contract-agent");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
