package dev.onboarding.finance.assessment;

import dev.onboarding.agentkit.ToolServers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the assessment of invoices together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentLimits.class)
public class InvoiceAssessment {

  @Bean
  FinanceTools financeTools(ToolServers servers, AssessmentLimits limits) {
    return new FinanceTools(new AssessInvoices(new ReadInvoices(servers, limits), limits));
  }
}
