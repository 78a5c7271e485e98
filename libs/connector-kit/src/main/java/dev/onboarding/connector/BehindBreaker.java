package dev.onboarding.connector;

import dev.onboarding.model.CallTally;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;

/// Leaves a system alone that keeps failing. A system that throttles, or that refuses what we ask,
/// is well.
final class BehindBreaker implements Upstream {

  private final Upstream next;
  private final String system;
  private final UpstreamLimits.Breaker settings;
  private final CircuitBreaker breaker;

  BehindBreaker(
      Upstream next, String system, UpstreamLimits.Breaker settings, CallSurroundings around) {
    this.next = next;
    this.system = system;
    this.settings = settings;
    this.breaker = CircuitBreaker.of(system, configuration(settings));
    Gauge.builder("upstream.breaker.open", breaker, b -> b.getState() == State.CLOSED ? 0 : 1)
        .tag("system", system)
        .register(around.meters());
  }

  private static CircuitBreakerConfig configuration(UpstreamLimits.Breaker settings) {
    return CircuitBreakerConfig.custom()
        .failureRateThreshold(settings.failureRatePercent())
        .slidingWindowSize(settings.window())
        .minimumNumberOfCalls(settings.leastCalls())
        .waitDurationInOpenState(settings.pause())
        .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
        .recordException(BehindBreaker::isIllness)
        .ignoreException(BehindBreaker::saysNothing)
        .build();
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    CallTally.current().breaker(breaker.getState().name());
    try {
      return breaker.executeSupplier(() -> next.send(request));
    } catch (CallNotPermittedException open) {
      throw new FailureException(
          Failure.of(
              ErrorType.SERVER_ERROR,
              "CIRCUIT_OPEN",
              null,
              "%s kept failing and is not called for up to %d seconds."
                  .formatted(system, settings.pause().toSeconds())),
          settings.pause(),
          open);
    }
  }

  private static boolean isIllness(Throwable thrown) {
    return thrown instanceof FailureException failed
        && switch (failed.failure().errorType()) {
          case SERVER_ERROR, NETWORK, INDETERMINATE -> true;
          case AUTHENTICATION, AUTHORIZATION, VALIDATION, RATE_LIMIT -> false;
        };
  }

  private static boolean saysNothing(Throwable thrown) {
    return !(thrown instanceof FailureException failed)
        || failed.failure().errorType() == ErrorType.RATE_LIMIT
        || failed.failure().errorCode().equals(HttpWire.DEADLINE_PASSED);
  }
}
