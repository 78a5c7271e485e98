package dev.onboarding.provisioning.decision;

import java.util.Locale;

/// For which order a decision was signed; printed as its claim says it.
public enum Purpose {
  CREATE_TENANT(true),
  ISSUE_CREDENTIALS(true),
  SUSPEND_TENANT(false),
  COMPLETE_TASK(true),
  ERASE_PERSONAL_DATA(false);

  private final boolean needsConsent;

  Purpose(boolean needsConsent) {
    this.needsConsent = needsConsent;
  }

  /// Whether the verdict must let the account in. Switching a tenant off and erasing are right
  /// after any.
  boolean needsConsent() {
    return needsConsent;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
