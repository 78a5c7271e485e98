package dev.onboarding.connector.quota;

import dev.onboarding.connector.Upstream;
import java.util.function.UnaryOperator;

/// How the limit of a system takes part in the chain to it.
///
/// @param wire reads what every answer says of the limit; goes around the wire
/// @param gate lets a call leave or refuses it; goes where the chain has the quota's place
public record Limit(UnaryOperator<Upstream> wire, UnaryOperator<Upstream> gate) {

  /// Of a system that has none.
  public static final Limit NONE = new Limit(UnaryOperator.identity(), UnaryOperator.identity());
}
