package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.run.Departure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message or mail that left, or why none could, or what is to be known of it although it left.
///
/// @param reference what the receiving system called it; null when nothing left
/// @param warning why nothing left, or what was done otherwise than meant
/// @param effect key under which it left; null when nothing did, or an older version told
public record Told(@Nullable String reference, @Nullable String warning, @Nullable String effect) {

  static Told left(EffectKey key, String reference, @Nullable String warning) {
    return new Told(reference, warning, key.value());
  }

  static Told nobody(String warning) {
    return new Told(null, warning, null);
  }

  Optional<Departure> departed() {
    return effect == null || reference == null
        ? Optional.empty()
        : Optional.of(new Departure(effect, reference));
  }

  boolean happened() {
    return reference != null;
  }
}
