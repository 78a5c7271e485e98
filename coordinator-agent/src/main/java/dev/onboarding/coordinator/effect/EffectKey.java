package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.Run;
import org.jspecify.annotations.Nullable;

/// Names one effect for ever; the same key never shows outside twice.
///
/// @param run whose lease guards the effect; null for what belongs to no run, such as a reminder
/// @param correlation travels with the effect
public record EffectKey(String value, @Nullable Run run, String correlation) {

  public static EffectKey of(Run run, String key) {
    return new EffectKey(key, run, run.correlationId());
  }
}
