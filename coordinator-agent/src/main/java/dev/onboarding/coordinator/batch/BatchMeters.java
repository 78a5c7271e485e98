package dev.onboarding.coordinator.batch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What monitoring sees of batches: accounts waiting to be read, what became of those that were,
/// and how long a chunk takes.
final class BatchMeters {

  private final MeterRegistry meters;

  BatchMeters(MeterRegistry meters, BatchItems items) {
    this.meters = meters;
    Gauge.builder("onboarding.batch.accounts.waiting", items, BatchItems::waiting)
        .description("Accounts of batches that are not read yet, on all nodes")
        .register(meters);
  }

  void settled(ItemState state) {
    var outcome = state.name().toLowerCase(Locale.ROOT);
    meters.counter("onboarding.batch.accounts", "outcome", outcome).increment();
  }

  void gathered(Instant begun, Instant done) {
    meters.timer("onboarding.batch.chunk").record(Duration.between(begun, done));
  }

  /// A system was out, so a chunk is read again later.
  void postponed() {
    meters.counter("onboarding.batch.chunks.postponed").increment();
  }
}
