package dev.onboarding.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether somebody waits for the answer of a call. People may use what is kept for them of an
/// external system's limits.
public enum CallerClass {
  /// A person waits.
  PERSON,
  /// A machine works: a run, a schedule, an import.
  MACHINE;

  /// Reads what a call says of itself; a machine where it says nothing that is known.
  public static CallerClass of(@Nullable String said) {
    return PERSON.toString().equals(said) ? PERSON : MACHINE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
