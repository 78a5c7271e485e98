package dev.onboarding.netsuite.connection;

import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamChain;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.quota.Limit;
import dev.onboarding.connector.quota.Quotas;
import dev.onboarding.netsuite.suiteql.NetSuiteFailures;
import dev.onboarding.netsuite.suiteql.SuiteQl;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Assembles the one way to NetSuite; refuses to start while its credentials are incomplete.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetSuiteProperties.class)
public class NetSuiteConnection {

  private static final String SYSTEM = "netsuite";
  private static final String NAME = "NetSuite";

  @Bean
  SuiteQl suiteQl(NetSuiteProperties properties, Clock clock, MeterRegistry meters, Quotas quotas) {
    NetSuiteClient client = properties.client();
    UpstreamLimits limits = properties.limits();
    CallSurroundings around = CallSurroundings.ofCurrentCall(clock, meters, quotas.books());
    Limit pool = quotas.pool(SYSTEM, limits, properties.pool(), around);
    FailureTranslator failures =
        new NetSuiteFailures()
            .orElse(FailureTranslator.byStatus(NAME))
            .orElse(FailureTranslator.unreadableJson(NAME));
    Upstream wire = UpstreamChain.wire(SYSTEM, limits, around);
    TokenSource tokens =
        new NetSuiteTokens(
            UpstreamChain.forTokens(SYSTEM, wire, failures, limits, around), client, clock);
    Upstream upstream =
        UpstreamChain.assemble(
            SYSTEM, pool.wire().apply(wire), tokens, failures, pool.gate(), limits, around);
    return new SuiteQl(upstream, client.base(), properties.pageSize());
  }
}
