package dev.onboarding.contract.advice;

import dev.onboarding.adviser.AdviserSettings;
import dev.onboarding.adviser.Advisers;
import dev.onboarding.adviser.ledger.PostgresLedger;
import dev.onboarding.contract.assessment.AssessContracts;
import dev.onboarding.model.secret.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;

/// Puts advice on the key terms of contracts together: the models of the configuration, or the
/// fallback.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdviserSettings.class)
public class ContractAdvice {

  /// The budget of a day and of a run is the whole system's.
  @Bean(destroyMethod = "close")
  Advisers advisers(
      AdviserSettings settings,
      DataSource dataSource,
      MeterRegistry meters,
      OpenTelemetry telemetry,
      Clock clock) {
    return Advisers.of(
        settings,
        new Advisers.Surroundings(new PostgresLedger(dataSource), meters, telemetry, clock));
  }

  @Bean
  ContractAdviceTools contractAdviceTools(Advisers advisers, AssessContracts assess) {
    return new ContractAdviceTools(new AdviseContracts(advisers.terms(), assess::one));
  }

  @Bean
  @ConfigurationPropertiesBinding
  static Converter<String, Secret> secrets() {
    return new SecretConverter();
  }

  /// A lambda would hide the types from the conversion service.
  private static final class SecretConverter implements Converter<String, Secret> {

    @Override
    public Secret convert(String text) {
      return new Secret(text);
    }
  }
}
