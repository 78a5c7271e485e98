package dev.onboarding.model.decision;

/// What a row of the rule set does when it fires: a violation blocks, a warning escalates, a note
/// informs.
public enum Tier {
  NOTE,
  WARNING,
  VIOLATION;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
