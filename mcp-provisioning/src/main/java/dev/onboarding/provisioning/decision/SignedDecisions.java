package dev.onboarding.provisioning.decision;

import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers.Taking;
import org.jspecify.annotations.Nullable;

/// The decisions that callers show. Each is good for one call, which may be repeated under its key.
public final class SignedDecisions {

  private final CheckDecision check;
  private final SpentDecisions spent;

  SignedDecisions(CheckDecision check, SpentDecisions spent) {
    this.check = check;
    this.spent = spent;
  }

  /// @param decision compact JWS; null when the caller sent none
  /// @param call for which it is spent
  /// @throws FailureException of type authorization, saying which condition does not hold
  public VerifiedDecision spend(@Nullable String decision, DecidedOrder order, KeyedCall call) {
    VerifiedDecision verified = verified(decision, order);
    spend(verified, call);
    return verified;
  }

  /// As [#spend], without spending it yet; touches no database.
  public VerifiedDecision verified(@Nullable String decision, DecidedOrder order) {
    return check.verify(decision, order);
  }

  /// @param call for which it is spent
  public void spend(VerifiedDecision verified, KeyedCall call) {
    if (!spent.isFor(verified, call)) {
      throw usedBefore();
    }
  }

  /// Spends the decision in the statement that takes the call's key.
  public Taking spending(VerifiedDecision verified) {
    return (call, digest, now) ->
        spent.takeKey(verified, call, digest, now).orElseThrow(SignedDecisions::usedBefore);
  }

  private static FailureException usedBefore() {
    return Refusal.of(
        "DECISION_FOR_ANOTHER_ORDER", "the decision was used with another idempotency_key");
  }
}
