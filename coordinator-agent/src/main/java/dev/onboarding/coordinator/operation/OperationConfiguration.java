package dev.onboarding.coordinator.operation;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.onboarding.coordinator.run.Pauses;
import dev.onboarding.coordinator.run.WakeDesk;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Assembles what operators use.
@Configuration(proxyBeanMethods = false)
public class OperationConfiguration {

  /// Needs the schema, hence the first parameter.
  @Bean
  PausedUpstreams pausedUpstreams(
      Flyway coordinatorSchema,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new PausedUpstreams(jdbc, new TransactionTemplate(transactions), clock);
  }

  /// What a step asks before it calls anybody.
  @Bean
  Pauses pauses(PausedUpstreams upstreams) {
    return needed -> upstreams.among(needed).stream().findFirst().map(PausedUpstream::failure);
  }

  @Bean
  UpstreamDesk upstreamDesk(PausedUpstreams upstreams, WakeDesk wake, JdbcClient jdbc) {
    return new UpstreamDesk(upstreams, wake, jdbc);
  }

  /// The scheduler is asked for only when it is used, because much of it needs what this is for.
  @Bean
  NodeDrain nodeDrain(
      ObjectProvider<Scheduler> scheduler, ApplicationEventPublisher events, Clock clock) {
    return new NodeDrain(scheduler::getObject, events, clock);
  }
}
