package dev.onboarding.connector;

import dev.onboarding.model.CallTally;

/// Puts the wrappers around a wire in the one right order.
public final class UpstreamChain {

  private UpstreamChain() {}

  /// The plain HTTP wire to a system: HTTP/1.1, time-limited, size-limited, no redirects.
  ///
  /// @param system short stable name for metrics and messages, for example `salesforce`
  public static Upstream wire(String system, UpstreamLimits limits, CallSurroundings around) {
    return new HttpWire(system, limits, around);
  }

  /// What a [TokenSource] calls its authority through: no token, no retry of its own, because the
  /// chain around it already has one.
  public static Upstream forTokens(
      Upstream wire, FailureTranslator failures, CallSurroundings around) {
    return new Translated(new Correlated(wire, around), failures);
  }

  /// @param system short stable name for metrics and messages
  /// @param wire see [#wire]
  public static Upstream assemble(
      String system,
      Upstream wire,
      TokenSource tokens,
      FailureTranslator failures,
      UpstreamLimits limits,
      CallSurroundings around) {
    Upstream chain = new Measured(wire, "upstream.attempts", system, around); // what really left
    chain = new Tallied(chain, CallTally::attempted); // the audit trail tells attempts from calls
    chain = new Correlated(chain, around); // the id stands in every attempt
    chain = new Translated(chain, failures); // from here on a "no" is a failure, not a status
    chain = new WithFreshToken(chain, tokens, around); // one renewal and one replay on 401
    // The quota's place: an open breaker spends none, a renewed token none twice.
    chain = new BehindBreaker(chain, system, limits.breaker(), around); // sees only real calls
    chain =
        new WithinConcurrency(chain, system, limits, around); // queueing is not slowness of theirs
    chain = new Retrying(chain, limits.retries(), around); // every attempt asks for all of it again
    chain = new Tallied(chain, CallTally::called);
    return new Measured(chain, "upstream.calls", system, around); // one figure per business call
  }
}
