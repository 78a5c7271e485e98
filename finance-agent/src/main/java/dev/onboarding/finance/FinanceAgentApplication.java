package dev.onboarding.finance;

import dev.onboarding.agentkit.ToolServersConfiguration;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.finance.advice.FinanceAdvice;
import dev.onboarding.finance.assessment.InvoiceAssessment;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The server process, on port 8082 unless configured otherwise.
@McpServerApplication
@Import({InvoiceAssessment.class, FinanceAdvice.class, ToolServersConfiguration.class})
public class FinanceAgentApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(FinanceAgentApplication.class)
        .properties("spring.config.name=finance-agent");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
