package dev.onboarding.connector;

import java.time.Instant;

/// How one breaker of this node stands.
///
/// @param state `closed`, `open` or `half_open`
/// @param since when it came to stand so
public record BreakerState(
    String system, OperationClass operationClass, String state, Instant since) {

  public boolean isClosed() {
    return state.equals("closed");
  }
}
