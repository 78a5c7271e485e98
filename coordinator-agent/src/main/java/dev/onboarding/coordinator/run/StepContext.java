package dev.onboarding.coordinator.run;

import java.time.Instant;

/// Everything a step may know: what stands about the run, under which key it acts, and the time.
///
/// @param key idempotency key of the step: run, attempt and step
/// @param tries how often the step's intent has been recorded, this time included; above one, an
///   earlier outcome may be unknown
/// @param firstTried when the intent was recorded first
/// @param callsOut whether the step may call others, as it said itself; then its intent is recorded
public record StepContext(
    Known known, String key, int tries, Instant firstTried, boolean callsOut, Instant now) {

  public Run run() {
    return known.run();
  }
}
