package dev.onboarding.coordinator.http;

import dev.onboarding.edge.security.Caller;
import org.jspecify.annotations.Nullable;

/// Who does something, for the record.
public final class Who {

  private Who() {}

  /// The verified caller, with the name that was given beside it where that is another: `Ada
  /// (ada)`. Only where callers show no token does the given name stand alone.
  ///
  /// @param given checked already; null when none was given
  public static @Nullable String of(@Nullable String given) {
    Caller caller = Caller.current();
    if (caller == null) {
      return given;
    }
    String verified = caller.subject();
    return given == null || given.equals(verified)
        ? verified
        : "%s (%s)".formatted(given, verified);
  }
}
