package dev.onboarding.sandbox.wire;

/// The refusals that every system knows in its own words.
public enum Refusal {
  UNAUTHORIZED,
  FORBIDDEN,
  BAD_REQUEST,
  THROTTLED,
  SERVER_ERROR,
  UNAVAILABLE
}
