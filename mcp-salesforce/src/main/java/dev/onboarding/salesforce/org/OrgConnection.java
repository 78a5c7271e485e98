package dev.onboarding.salesforce.org;

import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.RotatingCredential;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamChain;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.quota.Limit;
import dev.onboarding.connector.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Assembles the one way to Salesforce; refuses to start while its credentials are incomplete.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SalesforceProperties.class)
public class OrgConnection {

  private static final String SYSTEM = "salesforce";
  private static final String NAME = "Salesforce";

  @Bean
  SalesforceQueries salesforceQueries(
      SalesforceProperties properties, Clock clock, MeterRegistry meters, Quotas quotas) {
    ClientCredentials client = properties.client();
    UpstreamLimits limits = properties.limits();
    CallSurroundings around = CallSurroundings.ofCurrentCall(clock, meters, quotas.books());
    Limit daily = quotas.allocation(SYSTEM, properties.allocation(), ApiUsage::of, around);
    FailureTranslator plain =
        new SalesforceFailures(properties.dailyLimitPause())
            .orElse(FailureTranslator.byStatus(NAME));
    FailureTranslator failures =
        plain.orElse(new CompositeFailures(plain)).orElse(FailureTranslator.unreadableJson(NAME));
    var answers = new JsonAnswers(NAME, mapper());
    Upstream wire = daily.wire().apply(UpstreamChain.wire(SYSTEM, limits, around));
    TokenSource tokens =
        new SalesforceTokens(
            UpstreamChain.forTokens(SYSTEM, wire, failures, limits, around),
            client,
            RotatingCredential.secret(NAME, client.clientSecret(), clock),
            answers);
    Upstream upstream =
        UpstreamChain.assemble(SYSTEM, wire, tokens, failures, daily.gate(), limits, around);
    return new SalesforceQueries(upstream, answers, properties.apiVersion());
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  }
}
