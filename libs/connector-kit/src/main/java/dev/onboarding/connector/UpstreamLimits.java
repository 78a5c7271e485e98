package dev.onboarding.connector;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Every limit on the way to one external system. Bound inside a connector's own properties; a
/// value that cannot work is refused at start-up.
///
/// @param requestTimeout for one attempt, from sending to the last byte of the answer
/// @param largestAnswer an answer above this is not read on
/// @param permits calls of this node that may be under way at the same time; of four or more, one
///   is kept for people
/// @param permitWait how long a call queues for a permit
public record UpstreamLimits(
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("20s") Duration requestTimeout,
    @DefaultValue("32MB") DataSize largestAnswer,
    @DefaultValue("25") int permits,
    @DefaultValue("10s") Duration permitWait,
    @DefaultValue Retries retries,
    @DefaultValue Breaker breaker) {

  public UpstreamLimits {
    positive("connect-timeout", connectTimeout);
    positive("request-timeout", requestTimeout);
    require(
        largestAnswer.toBytes() > 0 && largestAnswer.toBytes() < Integer.MAX_VALUE,
        "largest-answer must be above 0 and below 2 GB");
    require(permits > 0, "permits must be at least 1");
    require(!permitWait.isNegative(), "permit-wait must not be negative");
  }

  /// The defaults, for tests and for connectors without special limits.
  public static UpstreamLimits standard() {
    return new UpstreamLimits(
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        DataSize.ofMegabytes(32),
        25,
        Duration.ofSeconds(10),
        Retries.standard(),
        Breaker.standard());
  }

  /// When a failed call is made again.
  ///
  /// @param delays one per retry: their number is the number of retries
  /// @param longestWait a system that asks for a longer pause than this is not waited for
  public record Retries(
      @DefaultValue({"1s", "2s", "4s"}) List<Duration> delays,
      @DefaultValue("15s") Duration longestWait) {

    public Retries {
      delays = List.copyOf(delays);
      require(delays.size() <= 3, "retries.delays takes at most three delays");
      require(
          delays.stream().noneMatch(Duration::isNegative),
          "retries.delays must not hold a negative delay");
      require(!longestWait.isNegative(), "retries.longest-wait must not be negative");
    }

    public static Retries standard() {
      return new Retries(
          List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)),
          Duration.ofSeconds(15));
    }
  }

  /// When a system counts as ill and is left alone.
  ///
  /// @param failureRatePercent of the last `window` calls
  /// @param leastCalls below this number of calls no judgement is made
  /// @param pause how long it is left alone, before one call finds out whether it is well again
  public record Breaker(
      @DefaultValue("50") int failureRatePercent,
      @DefaultValue("40") int window,
      @DefaultValue("20") int leastCalls,
      @DefaultValue("20s") Duration pause) {

    public Breaker {
      require(
          failureRatePercent > 0 && failureRatePercent <= 100,
          "breaker.failure-rate-percent must be 1 to 100");
      require(window > 0, "breaker.window must be at least 1");
      require(
          leastCalls > 0 && leastCalls <= window,
          "breaker.least-calls must be 1 to breaker.window");
      positive("breaker.pause", pause);
    }

    public static Breaker standard() {
      return new Breaker(50, 40, 20, Duration.ofSeconds(20));
    }
  }

  private static void positive(String name, Duration value) {
    require(value.isPositive(), name + " must be longer than zero");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
