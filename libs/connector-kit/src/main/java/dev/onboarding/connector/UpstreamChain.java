package dev.onboarding.connector;

import dev.onboarding.model.CallTally;
import java.util.function.UnaryOperator;

/// Puts the wrappers around a wire in the one right order.
public final class UpstreamChain {

  private UpstreamChain() {}

  /// The plain HTTP wire to a system: HTTP/1.1, time-limited, size-limited, no redirects. All that
  /// leaves through it is written down.
  ///
  /// @param system short stable name for metrics and messages, for example `salesforce`
  public static Upstream wire(String system, UpstreamLimits limits, CallSurroundings around) {
    return new Accounted(new HttpWire(system, limits, around), system, around);
  }

  /// What a [TokenSource] calls its authority through: no token, no retry of its own, because the
  /// chain around it already has one, and a breaker of its own.
  public static Upstream forTokens(
      String system,
      Upstream wire,
      FailureTranslator failures,
      UpstreamLimits limits,
      CallSurroundings around) {
    Upstream chain = new Translated(new Correlated(wire, around), failures);
    return new BehindBreaker(chain, system, limits.breaker(), around);
  }

  /// @param system short stable name for metrics and messages
  /// @param wire see [#wire]
  /// @param quota puts the system's own limit around what it is given; the same when it has none
  public static Upstream assemble(
      String system,
      Upstream wire,
      TokenSource tokens,
      FailureTranslator failures,
      UnaryOperator<Upstream> quota,
      UpstreamLimits limits,
      CallSurroundings around) {
    Upstream chain = new Measured(wire, "upstream.attempts", system, around); // what really left
    chain = new Tallied(chain, CallTally::attempted); // the audit trail tells attempts from calls
    chain = new Correlated(chain, around); // the id stands in every attempt
    chain = new Translated(chain, failures); // from here on a "no" is a failure, not a status
    chain = quota.apply(chain); // an open breaker spends none; a replay with a new token counts too
    chain = new WithFreshToken(chain, tokens, around); // one renewal and one replay on 401
    chain = new BehindBreaker(chain, system, limits.breaker(), around); // sees only real calls
    chain =
        new WithinConcurrency(chain, system, limits, around); // queueing is not slowness of theirs
    chain = new Retrying(chain, limits.retries(), around); // every attempt asks for all of it again
    chain = new Tallied(chain, CallTally::called);
    chain = new Measured(chain, "upstream.calls", system, around); // one figure per business call
    return new Coalesced(chain, around); // the same question, asked while it is open, is one call
  }
}
