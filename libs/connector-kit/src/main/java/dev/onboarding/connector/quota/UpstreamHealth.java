package dev.onboarding.connector.quota;

import dev.onboarding.connector.BreakerState;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Shows how the breakers of this node stand. A system that is ill makes this server none: it
/// answers, and says what is wrong.
record UpstreamHealth(SharedQuotas quotas) implements HealthIndicator {

  @Override
  public Health health() {
    var details = new TreeMap<String, Object>();
    for (BreakerState breaker : quotas.breakers()) {
      details.put(
          breaker.system() + "/" + breaker.operationClass(),
          breaker.state() + " since " + breaker.since());
    }
    return Health.up().withDetails(details).build();
  }
}
