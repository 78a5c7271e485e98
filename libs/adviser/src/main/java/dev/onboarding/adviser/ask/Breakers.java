package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.ModelFailure;
import dev.onboarding.adviser.model.ModelName;
import dev.onboarding.adviser.model.Reply;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One breaker for each model: whoever keeps failing is left alone for a while. A model that
/// throttles is well.
final class Breakers {

  private final Map<ModelName, CircuitBreaker> breakers = new ConcurrentHashMap<>();
  private final CircuitBreakerConfig configuration;
  private final MeterRegistry meters;

  Breakers(BreakerSettings settings, MeterRegistry meters) {
    this.meters = meters;
    this.configuration =
        CircuitBreakerConfig.custom()
            .failureRateThreshold(settings.failureRatePercent())
            .slidingWindowSize(settings.window())
            .minimumNumberOfCalls(settings.leastCalls())
            .waitDurationInOpenState(settings.pause())
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();
  }

  /// Whether the model may be asked; the permission must be used by [#watched] or given back.
  boolean permits(ModelName model) {
    return of(model).tryAcquirePermission();
  }

  void giveBack(ModelName model) {
    of(model).releasePermission();
  }

  /// @throws ModelFailure as the call does
  Reply watched(ModelName model, Supplier<Reply> call) {
    CircuitBreaker breaker = of(model);
    long begun = System.nanoTime();
    try {
      Reply reply = call.get();
      breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      return reply;
    } catch (ModelFailure failure) {
      if (failure.kind() == ModelFailure.Kind.THROTTLED) {
        breaker.releasePermission();
      } else {
        breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failure);
      }
      throw failure;
    }
  }

  private CircuitBreaker of(ModelName model) {
    return breakers.computeIfAbsent(
        model,
        name -> {
          CircuitBreaker made = CircuitBreaker.of(name.toString(), configuration);
          Gauge.builder(
                  "adviser.breaker.open", made, each -> each.getState() == State.CLOSED ? 0 : 1)
              .tag("model", name.toString())
              .register(meters);
          return made;
        });
  }
}
