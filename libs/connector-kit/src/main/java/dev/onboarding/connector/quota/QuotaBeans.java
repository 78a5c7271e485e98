package dev.onboarding.connector.quota;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Gives a connector the limits that it shares with all nodes, in the database it has.
@Configuration(proxyBeanMethods = false)
public class QuotaBeans {

  @Bean(destroyMethod = "close")
  SharedQuotas quotas(
      DataSource dataSource, Environment settings, Clock clock, MeterRegistry meters) {
    QuotaSchema.migrate(dataSource);
    String name = settings.getProperty("spring.application.name", "connector");
    return new SharedQuotas(
        dataSource, name + "/" + UUID.randomUUID().toString().substring(0, 8), clock, meters);
  }

  @Bean
  HealthIndicator breakersHealthIndicator(SharedQuotas quotas) {
    return new UpstreamHealth(quotas);
  }
}
