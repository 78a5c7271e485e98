package dev.onboarding.finance.assessment;

import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the assessment of invoices together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentLimits.class)
public class InvoiceAssessment {

  @Bean
  NeededTools invoiceTools() {
    return ReadInvoices.NEEDED;
  }

  @Bean
  AssessInvoices assessInvoices(ToolServers servers, AssessmentLimits limits) {
    return new AssessInvoices(new ReadInvoices(servers, limits), limits);
  }

  @Bean
  FinanceTools financeTools(AssessInvoices assess) {
    return new FinanceTools(assess);
  }
}
