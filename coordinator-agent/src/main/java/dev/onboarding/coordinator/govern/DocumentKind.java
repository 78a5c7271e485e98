package dev.onboarding.coordinator.govern;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be put in force.
public enum DocumentKind {
  RULES,
  PROMPTS,
  CHECKLIST;

  /// As addresses name it, for example `rules`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DocumentKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
