package dev.onboarding.salesforce.org;

import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.RotatingCredential;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamChain;
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
      SalesforceProperties properties, Clock clock, MeterRegistry meters) {
    ClientCredentials client = properties.client();
    CallSurroundings around = CallSurroundings.ofCurrentCall(clock, meters);
    FailureTranslator plain =
        new SalesforceFailures(properties.dailyLimitPause())
            .orElse(FailureTranslator.byStatus(NAME));
    FailureTranslator failures =
        plain.orElse(new CompositeFailures(plain)).orElse(FailureTranslator.unreadableJson(NAME));
    var answers = new JsonAnswers(NAME, mapper());
    Upstream wire = new ApiUsage(UpstreamChain.wire(SYSTEM, properties.limits(), around), meters);
    TokenSource tokens =
        new SalesforceTokens(
            UpstreamChain.forTokens(wire, failures, around),
            client,
            RotatingCredential.secret(NAME, client.clientSecret(), clock),
            answers);
    Upstream upstream =
        UpstreamChain.assemble(SYSTEM, wire, tokens, failures, properties.limits(), around);
    return new SalesforceQueries(upstream, answers, properties.apiVersion());
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  }
}
