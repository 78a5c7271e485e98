package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Agreements;
import dev.onboarding.clm.docusign.Envelopes;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the contracts as tools.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClmProperties.class)
public class ContractBeans {

  @Bean
  ContractTools contractTools(
      Envelopes envelopes, Agreements agreements, ClmProperties properties, Clock clock) {
    return new ContractTools(
        new Contracts(
            new FindEnvelopes(envelopes, properties, clock),
            new FindAgreements(agreements),
            new TranslateContract(properties),
            properties,
            clock));
  }
}
