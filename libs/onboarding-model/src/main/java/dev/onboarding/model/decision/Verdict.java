package dev.onboarding.model.decision;

/// What may happen to the customer, from mildest to gravest.
public enum Verdict {
  PROCEED,
  ESCALATE,
  BLOCK
}
