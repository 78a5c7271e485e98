package dev.onboarding.connector.quota;

import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often a system may be called by all nodes together.
///
/// @param hourly calls an hour
/// @param burst calls in 30 seconds
/// @param asStated whether the limits that the system states in its answers take the place of these
///   two; else these are our share, and the lower of both counts
public record RateProperties(
    @DefaultValue("3000") int hourly,
    @DefaultValue("500") int burst,
    @DefaultValue("true") boolean asStated) {

  public RateProperties {
    if (hourly < 1 || burst < 1) {
      throw new IllegalArgumentException("rates.hourly and rates.burst must be at least 1");
    }
  }

  /// The limit that counts where the system states this one.
  long limit(int own, long stated) {
    return asStated ? stated : Math.min(own, stated);
  }
}
