package dev.onboarding.coordinator.advice;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;

/// How advice beside the runs goes; what models cost and refuse is counted where they are asked.
final class AdviceMeters {

  private final MeterRegistry meters;

  AdviceMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void ended(Ending ending, Instant ordered, Instant ended) {
    meters
        .timer("onboarding.late.advice", "ended", ending.toString())
        .record(Duration.between(ordered, ended));
  }
}
