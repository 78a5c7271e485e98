package dev.onboarding.connector;

import java.util.Locale;

/// What a call to an external system is for. A system may be well for one of these and ill for
/// another.
public enum OperationClass {
  READ,
  WRITE,
  TOKEN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
