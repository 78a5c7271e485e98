package dev.onboarding.provisioning.plain;

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

/// Builds the way out to a provisioner that is a plain HTTP service.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlainProperties.class)
@ConditionalOnProperty(name = ProvisionerKind.SETTING, havingValue = ProvisionerKind.HTTP)
public class PlainAccess {

  private static final String NAME = "provisioner";

  @Bean
  Provisioner plainProvisioner(
      PlainProperties settings, JsonMapper json, Clock clock, MeterRegistry meters, Quotas quotas) {
    return provisioner(
        settings, json, clock, CallSurroundings.ofCurrentCall(clock, meters, quotas.books()));
  }

  static PlainProvisioner provisioner(
      PlainProperties settings, JsonMapper json, Clock clock, CallSurroundings around) {
    FailureTranslator failures =
        new PlainFailures()
            .orElse(FailureTranslator.byStatus(PlainProvisioner.SYSTEM))
            .orElse(FailureTranslator.unreadableJson(PlainProvisioner.SYSTEM));
    Upstream chain =
        UpstreamChain.assemble(
            NAME,
            UpstreamChain.wire(NAME, settings.limits(), around),
            TokenSource.basic(
                PlainProvisioner.SYSTEM, settings.username(), settings.secret(), clock),
            failures,
            UnaryOperator.identity(),
            settings.limits(),
            around);
    return new PlainProvisioner(chain, settings.baseUrl(), json);
  }
}
