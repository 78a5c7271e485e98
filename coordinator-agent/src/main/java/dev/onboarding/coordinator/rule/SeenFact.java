package dev.onboarding.coordinator.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact as a row saw it.
///
/// @param name as in the fact catalogue
/// @param value null when it was confirmed absent; `***` when it is personal
/// @param unit empty where the type says it
/// @param shown the value in words, for example `60,000.00 USD`
/// @param from the vendors' fields that it is read or computed from
public record SeenFact(
    String name,
    @Nullable String value,
    String unit,
    String shown,
    String meaning,
    List<String> from) {

  public SeenFact {
    from = List.copyOf(from);
  }

  static final String MASKED = "***";
}
