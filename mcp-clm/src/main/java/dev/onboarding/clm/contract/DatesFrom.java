package dev.onboarding.clm.contract;

import java.util.Locale;

/// Which part of DocuSign gave a contract's dates; printed in lower case.
public enum DatesFrom {
  AGREEMENT,
  ENVELOPE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
