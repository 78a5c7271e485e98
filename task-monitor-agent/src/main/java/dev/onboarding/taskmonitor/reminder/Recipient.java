package dev.onboarding.taskmonitor.reminder;

import java.util.Locale;

/// Who hears of a late task; printed in lower case.
public enum Recipient {
  CS_TEAM,
  CUSTOMER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
