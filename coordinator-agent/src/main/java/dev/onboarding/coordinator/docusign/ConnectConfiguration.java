package dev.onboarding.coordinator.docusign;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.intake.StorePatience;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.coordinator.run.WakeDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Assembles what listens to DocuSign.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectSettings.class)
public class ConnectConfiguration {

  @Bean
  RunEnvelopes runEnvelopes(JdbcClient jdbc) {
    return new RunEnvelopes(jdbc);
  }

  @Bean
  ConnectDesk connectDesk(RunStores stores, JdbcClient jdbc, WakeDesk wake, Clock clock) {
    return new ConnectDesk(stores, new ConnectEvents(jdbc, clock), wake::wake);
  }

  @Bean
  ConnectController connectController(
      StrictJson json,
      ConnectSettings settings,
      ConnectDesk desk,
      StorePatience patience,
      MeterRegistry meters,
      Clock clock) {
    return new ConnectController(
        json, settings, new ConnectKeys(settings, clock), desk, patience, meters);
  }

  /// One execution in the whole system, whichever node it falls to.
  @Bean
  Task<?> lookAgainAtEnvelopes(ConnectDesk desk, ConnectSettings settings) {
    return Tasks.recurring("look-again-at-envelopes", FixedDelay.of(settings.lookAgain()))
        .execute((instance, context) -> desk.lookAgain());
  }
}
