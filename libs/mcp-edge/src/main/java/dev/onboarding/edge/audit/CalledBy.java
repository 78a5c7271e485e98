package dev.onboarding.edge.audit;

import org.jspecify.annotations.Nullable;

/// Who calls, as far as it was proven. What a caller merely says of itself is in the call's
/// context.
///
/// @param subject the person or machine
/// @param client the program through which it calls
public record CalledBy(@Nullable String subject, @Nullable String client) {

  /// Nobody has proven anything.
  public static final CalledBy UNKNOWN = new CalledBy(null, null);
}
