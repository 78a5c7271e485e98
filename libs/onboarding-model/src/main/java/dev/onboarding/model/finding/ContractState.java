package dev.onboarding.model.finding;

/// How far a contract is. `SIGNED`: every signer of the customer is done and ours is not.
public enum ContractState {
  DRAFT,
  SENT,
  SIGNED,
  EXECUTED,
  DECLINED,
  VOIDED,
  SIGNING_DEADLINE_PASSED,
  DELETED
}
