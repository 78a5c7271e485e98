package dev.onboarding.connector.quota;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much of an allocation machines may draw on.
///
/// @param forPeoplePercent what machines leave of it to people and to the system's other users
/// @param lookAgain when machines are refused, how often one call finds out whether there is more
public record AllocationProperties(
    @DefaultValue("10") int forPeoplePercent, @DefaultValue("15m") Duration lookAgain) {

  public AllocationProperties {
    if (forPeoplePercent < 0 || forPeoplePercent > 90) {
      throw new IllegalArgumentException("allocation.for-people-percent must be 0 to 90");
    }
    if (!lookAgain.isPositive()) {
      throw new IllegalArgumentException("allocation.look-again must be longer than zero");
    }
  }

  long kept(long allowed) {
    return (allowed * forPeoplePercent + 99) / 100;
  }
}
