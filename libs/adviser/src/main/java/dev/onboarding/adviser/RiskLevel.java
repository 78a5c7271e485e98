package dev.onboarding.adviser;

import java.util.Locale;

/// How much is at stake, from mildest to gravest.
public enum RiskLevel {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
