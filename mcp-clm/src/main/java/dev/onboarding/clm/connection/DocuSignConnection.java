package dev.onboarding.clm.connection;

import dev.onboarding.clm.docusign.Agreements;
import dev.onboarding.clm.docusign.DocuSignFailures;
import dev.onboarding.clm.docusign.Envelopes;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
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

/// Assembles the one way to DocuSign; refuses to start while its credentials are incomplete.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocuSignProperties.class)
public class DocuSignConnection {

  private static final String SYSTEM = "docusign";

  @Bean
  Upstream docuSign(
      DocuSignProperties properties, Clock clock, MeterRegistry meters, Quotas quotas) {
    properties.check();
    DocuSignClient client = properties.client();
    UpstreamLimits limits = properties.limits();
    CallSurroundings around = CallSurroundings.ofCurrentCall(clock, meters, quotas.books());
    Limit rates = quotas.rates(SYSTEM, properties.rates(), RateHeaders::of, around);
    FailureTranslator failures =
        new DocuSignFailures(clock, client.authBase(), client.integrationKey(), client.scopes());
    Upstream wire = UpstreamChain.wire(SYSTEM, limits, around);
    TokenSource tokens =
        new JwtGrant(
            UpstreamChain.forTokens(SYSTEM, wire, failures, limits, around), client, clock);
    return UpstreamChain.assemble(
        SYSTEM, rates.wire().apply(wire), tokens, failures, rates.gate(), limits, around);
  }

  @Bean
  Envelopes envelopes(Upstream docuSign, DocuSignProperties properties) {
    return new Envelopes(docuSign, properties.accountUrl());
  }

  @Bean
  Agreements agreements(Upstream docuSign, DocuSignProperties properties) {
    return new Agreements(docuSign, properties.agreementsUrl());
  }
}
