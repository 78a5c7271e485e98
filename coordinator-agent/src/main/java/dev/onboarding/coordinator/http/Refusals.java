package dev.onboarding.coordinator.http;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts every refused request, and logs some: a flood of bad input must not become a flood of log
/// lines. Bodies and secrets are never logged.
public final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int LINES_PER_MINUTE = 20;

  private final MeterRegistry meters;
  private final RateLimiter lines = bounded("refusal-log");
  private final RateLimiter failures = bounded("failure-log");

  public Refusals(MeterRegistry meters) {
    this.meters = meters;
  }

  private static RateLimiter bounded(String name) {
    return RateLimiter.of(
        name,
        RateLimiterConfig.custom()
            .limitForPeriod(LINES_PER_MINUTE)
            .limitRefreshPeriod(Duration.ofMinutes(1))
            .timeoutDuration(Duration.ZERO)
            .build());
  }

  /// @param reason one of few words
  void refused(String reason) {
    meters.counter("onboarding.requests.refused", "reason", reason).increment();
    if (lines.acquirePermission()) {
      LOG.warn("A request was refused: {}", reason);
    }
  }

  /// A request that failed by our fault: a caller may be able to provoke that too.
  void failed(String what, Exception failure) {
    if (failures.acquirePermission()) {
      LOG.error(what, failure);
    }
  }
}
