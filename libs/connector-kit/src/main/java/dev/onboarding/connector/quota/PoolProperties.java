package dev.onboarding.connector.quota;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a pool of concurrent calls is shared.
///
/// @param forPeople how many of the pool's calls are kept for people
/// @param lease after which a permit is free again that its node no longer renews
public record PoolProperties(
    @DefaultValue("1") int forPeople, @DefaultValue("10s") Duration lease) {

  public PoolProperties {
    if (forPeople < 0) {
      throw new IllegalArgumentException("pool.for-people must not be negative");
    }
    if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("pool.lease must be at least 1s");
    }
  }

  public static PoolProperties standard() {
    return new PoolProperties(1, Duration.ofSeconds(10));
  }

  /// How many of a pool of this size are kept: never all of it.
  int kept(int size) {
    return Math.min(forPeople, size - 1);
  }
}
