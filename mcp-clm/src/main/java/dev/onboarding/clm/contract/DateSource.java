package dev.onboarding.clm.contract;

import java.util.Locale;

/// Which part of DocuSign gave a date of a contract; printed in lower case.
public enum DateSource {
  AGREEMENT,
  ENVELOPE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
