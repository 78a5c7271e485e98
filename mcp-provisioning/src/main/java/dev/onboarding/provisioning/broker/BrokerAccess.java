package dev.onboarding.provisioning.broker;

import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamChain;
import dev.onboarding.model.CallContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Builds the way out to the provisioner.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
public class BrokerAccess {

  private static final String NAME = "provisioner";

  @Bean
  ServiceBroker serviceBroker(
      BrokerProperties settings, JsonMapper json, Clock clock, MeterRegistry meters) {
    return broker(settings, json, clock, meters);
  }

  static ServiceBroker broker(
      BrokerProperties settings, JsonMapper json, Clock clock, MeterRegistry meters) {
    var around =
        new CallSurroundings(
            clock,
            meters,
            () -> CallContext.current().correlation(),
            () -> CallContext.current().deadline());
    FailureTranslator failures =
        new BrokerFailures(json)
            .orElse(FailureTranslator.byStatus(ServiceBroker.SYSTEM))
            .orElse(FailureTranslator.unreadableJson(ServiceBroker.SYSTEM));
    Upstream chain =
        UpstreamChain.assemble(
            NAME,
            UpstreamChain.wire(NAME, settings.limits(), around),
            TokenSource.basic(ServiceBroker.SYSTEM, settings.username(), settings.secret(), clock),
            failures,
            settings.limits(),
            around);
    return new ServiceBroker(chain, settings, json, clock);
  }
}
