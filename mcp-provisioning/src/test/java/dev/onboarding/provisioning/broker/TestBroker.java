package dev.onboarding.provisioning.broker;

import dev.onboarding.connector.Bookkeeping;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.provisioning.provisioner.Provisioner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Our side of the broker with retries that do not make a test wait.
public final class TestBroker {

  private TestBroker() {}

  public static Provisioner at(URI baseUrl, Clock clock) {
    return BrokerAccess.broker(
        settings(baseUrl),
        EdgeJson.mapper(),
        clock,
        CallSurroundings.ofCurrentCall(clock, new SimpleMeterRegistry(), Bookkeeping.NONE));
  }

  static BrokerProperties settings(URI baseUrl) {
    UpstreamLimits usual = UpstreamLimits.standard();
    var quick =
        new UpstreamLimits(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            usual.largestAnswer(),
            usual.permits(),
            usual.permitWait(),
            new UpstreamLimits.Retries(
                List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO), Duration.ofSeconds(1)),
            usual.breaker());
    return new BrokerProperties(
        baseUrl,
        "sandbox-broker",
        new Secret("sandbox-broker-secret"),
        "",
        "tenant",
        Duration.ofMinutes(10),
        quick);
  }
}
