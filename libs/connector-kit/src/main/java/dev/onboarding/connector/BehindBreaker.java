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
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Leaves a system alone that keeps failing, for reading, writing and obtaining tokens each by
/// itself. A system that throttles, or that refuses what we ask, is well. After a pause exactly one
/// call finds out whether it is well again.
final class BehindBreaker implements Upstream {

  private final Upstream next;
  private final String system;
  private final UpstreamLimits.Breaker settings;
  private final CallSurroundings around;
  private final Map<OperationClass, CircuitBreaker> breakers = new EnumMap<>(OperationClass.class);

  BehindBreaker(
      Upstream next, String system, UpstreamLimits.Breaker settings, CallSurroundings around) {
    this.next = next;
    this.system = system;
    this.settings = settings;
    this.around = around;
  }

  private static CircuitBreakerConfig configuration(UpstreamLimits.Breaker settings) {
    return CircuitBreakerConfig.custom()
        .failureRateThreshold(settings.failureRatePercent())
        .slidingWindowSize(settings.window())
        .minimumNumberOfCalls(settings.leastCalls())
        .waitDurationInOpenState(settings.pause())
        .permittedNumberOfCallsInHalfOpenState(1)
        .recordException(BehindBreaker::isIllness)
        .ignoreException(BehindBreaker::saysNothing)
        .build();
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    CircuitBreaker breaker = breaker(request.operationClass());
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

  private CircuitBreaker breaker(OperationClass operations) {
    synchronized (breakers) {
      return breakers.computeIfAbsent(operations, this::made);
    }
  }

  private CircuitBreaker made(OperationClass operations) {
    CircuitBreaker breaker = CircuitBreaker.of(system + "/" + operations, configuration(settings));
    Gauge.builder("upstream.breaker.open", breaker, b -> b.getState() == State.CLOSED ? 0 : 1)
        .description("1 while the system is left alone or being tried again")
        .tag("system", system)
        .tag("class", operations.toString())
        .register(around.meters());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> tell(operations, event.getStateTransition().getToState()));
    tell(operations, breaker.getState());
    return breaker;
  }

  private void tell(OperationClass operations, State state) {
    around
        .books()
        .changed(new BreakerState(system, operations, name(state), around.clock().instant()));
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
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
        || failed.failure().errorCode().equals(HttpWire.DEADLINE_PASSED)
        || failed.getCause() instanceof NotSent;
  }
}
