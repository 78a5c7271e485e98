package dev.onboarding.adviser.ask;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When a model counts as ill and is left alone.
///
/// @param failureRatePercent of the last `window` calls
/// @param leastCalls below this number of calls no judgement is made
/// @param pause how long it is left alone
public record BreakerSettings(
    @DefaultValue("50") int failureRatePercent,
    @DefaultValue("20") int window,
    @DefaultValue("6") int leastCalls,
    @DefaultValue("30s") Duration pause) {

  /// @throws IllegalArgumentException when a number cannot work
  public BreakerSettings {
    if (failureRatePercent < 1
        || failureRatePercent > 100
        || window < 1
        || leastCalls < 1
        || !pause.isPositive()) {
      throw new IllegalArgumentException(
          "onboarding.adviser.breaker: failure-rate-percent must be 1 to 100, window and least-calls"
              + " at least 1, pause above 0");
    }
  }
}
