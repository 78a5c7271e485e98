package dev.onboarding.clm.contract;

import org.jspecify.annotations.Nullable;

/// What happens at the end of the term.
public enum RenewalType {
  AUTO_RENEW,
  EVERGREEN,
  OPTION_TO_RENEW;

  /// Null when it is not stated, or is none of these.
  static @Nullable RenewalType of(@Nullable String raw) {
    for (RenewalType type : values()) {
      if (type.name().equalsIgnoreCase(raw)) {
        return type;
      }
    }
    return null;
  }
}
