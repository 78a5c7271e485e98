package dev.onboarding.coordinator.rule;

import org.jspecify.annotations.Nullable;

/// A fact as a row saw it.
///
/// @param name as in the fact catalogue
/// @param value null when it was confirmed absent; `***` when it is personal
/// @param unit empty where the type says it
public record SeenFact(String name, @Nullable String value, String unit, String meaning) {

  static final String MASKED = "***";
}
