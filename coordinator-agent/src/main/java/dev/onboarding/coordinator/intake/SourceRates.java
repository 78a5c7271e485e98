package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.intake.LimitSettings.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lets each source open as many runs as it may. Counted on this node alone: the acknowledgement
/// waits for nobody, and what all nodes together can bear is guarded by the bound on the queue.
final class SourceRates {

  private final LimitSettings settings;
  private final Clock clock;
  private final Map<String, Meter> meters = new ConcurrentHashMap<>();

  SourceRates(LimitSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// @param source proven, so that there are only as many as are configured
  /// @throws ProblemException when it has opened too many
  void take(String source) {
    var meter =
        meters.computeIfAbsent(source, name -> Meter.of(settings.of(name), new ClockMeter(clock)));
    if (!meter.bucket().tryConsume(1)) {
      var rate = meter.rate();
      var comeAgain = meter.line().next(rate.perSecond(), clock.instant());
      throw new ProblemException(
          ProblemType.RATE_LIMITED,
          "The source '%s' may open %d runs a second, and %d at once. Come again in %s."
              .formatted(source, rate.perSecond(), rate.burst(), Seconds.text(comeAgain)),
          comeAgain);
    }
  }

  private record Meter(Rate rate, Bucket bucket, ReturnLine line) {

    static Meter of(Rate rate, TimeMeter time) {
      var bucket =
          Bucket.builder()
              .withCustomTimePrecision(time)
              .addLimit(limit ->
                  limit
                      .capacity(rate.burst())
                      .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
              .build();
      return new Meter(rate, bucket, new ReturnLine());
    }
  }

  /// The injected clock as the library wants it.
  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
