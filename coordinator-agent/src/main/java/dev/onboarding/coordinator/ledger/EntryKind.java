package dev.onboarding.coordinator.ledger;

/// What an entry of a run's record is about.
public enum EntryKind {
  /// What an attempt knew and what was decided on it.
  DECISION,
  /// What a step of the pipeline came to: evidence that was gathered, an effect outside.
  STEP,
  /// A recorded step holds no longer and is performed again.
  FORGOTTEN,
  /// A person's answer to an escalation.
  APPROVAL,
  /// What a person ordered.
  ACT
}
