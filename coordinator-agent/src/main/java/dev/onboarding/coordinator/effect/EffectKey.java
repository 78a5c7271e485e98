package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.StepContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Names one effect for ever; the same key never shows outside twice.
///
/// @param run whose lease guards the effect; null for what belongs to no run, such as a reminder
/// @param correlation travels with the effect
/// @param noted how the run's journal says that the effect is meant; null when it does not
public record EffectKey(
    String value, @Nullable Run run, String correlation, @Nullable Noted noted) {

  public static EffectKey of(Run run, String key) {
    return new EffectKey(key, run, run.correlationId(), null);
  }

  /// Of a step, whose intent the journal holds when it calls out.
  public static EffectKey of(StepContext context, String key) {
    return new EffectKey(
        key,
        context.run(),
        context.run().correlationId(),
        context.callsOut() ? new Noted(context.firstTried(), context.tries() == 1) : null);
  }

  /// Of what belongs to no run.
  public static EffectKey ofNoRun(String key, String correlation) {
    return new EffectKey(key, null, correlation, null);
  }

  /// @param at when the intent was noted first
  /// @param first whether this is the first try; a later one cannot know how the first came out
  ///   unless the outbox does
  record Noted(Instant at, boolean first) {}
}
