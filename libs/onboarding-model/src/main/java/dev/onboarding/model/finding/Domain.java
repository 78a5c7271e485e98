package dev.onboarding.model.finding;

import java.util.Locale;

/// What a finding is about; also the prefix of its facts in a rule.
public enum Domain {
  ACCOUNT,
  OPPORTUNITY,
  OWNER,
  CONTRACT,
  INVOICE,
  LINK;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
