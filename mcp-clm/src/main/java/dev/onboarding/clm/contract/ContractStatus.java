package dev.onboarding.clm.contract;

/// How far a contract is. `SIGNED`: every signer of the customer is done and ours is not.
public enum ContractStatus {
  DRAFT,
  SENT,
  SIGNED,
  EXECUTED,
  DECLINED,
  VOIDED,
  SIGNING_DEADLINE_PASSED,
  DELETED;

  /// Whether it can still become a contract, or is one.
  boolean isAlive() {
    return switch (this) {
      case DRAFT, SENT, SIGNED, EXECUTED -> true;
      case DECLINED, VOIDED, SIGNING_DEADLINE_PASSED, DELETED -> false;
    };
  }
}
