package dev.onboarding.coordinator.govern;

import dev.onboarding.coordinator.run.RunStores;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Assembles what is governed; each kind brings its reader.
@Configuration(proxyBeanMethods = false)
public class GovernConfiguration {

  @Bean
  Documents documents(JdbcClient jdbc, Clock clock) {
    return new Documents(jdbc, clock);
  }

  /// Needs the schema, hence the first parameter.
  @Bean
  DocumentDesk documentDesk(RunStores stores, Documents documents, List<DocumentReader> readers) {
    return new DocumentDesk(documents, stores.transactions(), readers);
  }
}
