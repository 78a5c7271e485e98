package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.Run;
import org.jspecify.annotations.Nullable;

/// Names one effect for ever; the same key never shows outside twice.
///
/// @param run whose lease guards the effect; null for what belongs to no run, such as a reminder
/// @param correlation travels with the effect
/// @param ofStep whether the outcome of a step tells that it left
public record EffectKey(String value, @Nullable Run run, String correlation, boolean ofStep) {

  /// Of what belongs to no run.
  public static EffectKey of(String key, String correlation) {
    return new EffectKey(key, null, correlation, false);
  }

  public static EffectKey of(Run run, String key) {
    return new EffectKey(key, run, run.correlationId(), false);
  }

  /// As [#of(Run, String)], when the caller is a step that tells what left: see [Step#departed].
  public static EffectKey ofStep(Run run, String key) {
    return new EffectKey(key, run, run.correlationId(), true);
  }
}
