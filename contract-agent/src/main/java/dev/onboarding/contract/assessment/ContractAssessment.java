package dev.onboarding.contract.assessment;

import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the assessment of contracts together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssessmentLimits.class)
public class ContractAssessment {

  @Bean
  NeededTools clmTools() {
    return ReadContracts.NEEDED;
  }

  @Bean
  AssessContracts assessContracts(ToolServers servers, AssessmentLimits limits) {
    return new AssessContracts(new ReadContracts(servers, limits), limits);
  }

  @Bean
  ContractTools contractTools(AssessContracts assess) {
    return new ContractTools(assess);
  }
}
