package dev.onboarding.sandbox.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What goes wrong at one system.
///
/// @param latencyMs added to every call, tokens included
/// @param seed decides every fault whose probability is below 1
/// @param limit the system's own limit (Salesforce calls a day, NetSuite concurrent calls, DocuSign
///   calls an hour); null leaves it as configured
public record FaultPlan(
    @Nullable Integer latencyMs,
    @Nullable Long seed,
    @Nullable Integer limit,
    @Nullable List<FaultRule> rules) {

  private static final int LONGEST = 600_000;

  static final FaultPlan NONE = new FaultPlan(0, 1L, null, List.of());

  /// @throws IllegalArgumentException when a number is out of range
  public FaultPlan {
    if (latencyMs != null && (latencyMs < 0 || latencyMs > LONGEST)) {
      throw new IllegalArgumentException("latency_ms must be between 0 and " + LONGEST);
    }
    if (limit != null && limit < 0) {
      throw new IllegalArgumentException("limit must not be negative");
    }
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  int latency() {
    return latencyMs == null ? 0 : latencyMs;
  }

  long dice() {
    return seed == null ? 1 : seed;
  }
}
