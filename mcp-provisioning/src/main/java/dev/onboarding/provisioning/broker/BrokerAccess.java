package dev.onboarding.provisioning.broker;

import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamChain;
import dev.onboarding.connector.quota.Quotas;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.provisioner.ProvisionerKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Builds the way out to the provisioner.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
@ConditionalOnProperty(
    name = ProvisionerKind.SETTING,
    havingValue = ProvisionerKind.OPEN_SERVICE_BROKER,
    matchIfMissing = true)
public class BrokerAccess {

  private static final String NAME = "provisioner";

  @Bean
  Provisioner serviceBroker(
      BrokerProperties settings,
      JsonMapper json,
      Clock clock,
      MeterRegistry meters,
      Quotas quotas) {
    return broker(
        settings, json, clock, CallSurroundings.ofCurrentCall(clock, meters, quotas.books()));
  }

  static ServiceBroker broker(
      BrokerProperties settings, JsonMapper json, Clock clock, CallSurroundings around) {
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
            UnaryOperator.identity(),
            settings.limits(),
            around);
    return new ServiceBroker(chain, settings, json, clock);
  }
}
