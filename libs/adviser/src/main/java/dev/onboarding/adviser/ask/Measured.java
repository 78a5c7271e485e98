package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.ModelName;
import dev.onboarding.adviser.model.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Counts what is asked, what it takes, and why the fallback speaks.
final class Measured {

  private final MeterRegistry meters;

  Measured(MeterRegistry meters) {
    this.meters = meters;
  }

  /// One call of a model, or one that was not made.
  void asked(Inquiry<?> inquiry, ModelName model, @Nullable Reason because, Duration took) {
    meters
        .timer(
            "adviser.asked",
            "task",
            inquiry.task().toString(),
            "model",
            model.toString(),
            "outcome",
            because == null ? "answered" : because.toString())
        .record(took);
  }

  void used(ModelName model, Reply reply, double costUsd) {
    meters
        .counter("adviser.tokens", "model", model.toString(), "direction", "input")
        .increment((double) reply.inputTokens());
    meters
        .counter("adviser.tokens", "model", model.toString(), "direction", "output")
        .increment((double) reply.outputTokens());
    meters.counter("adviser.cost.usd", "model", model.toString()).increment(costUsd);
  }

  /// One piece of advice, from wherever it comes.
  void piece(Origin origin) {
    meters
        .counter(
            "adviser.pieces",
            "task",
            origin.task().toString(),
            "source",
            origin.source(),
            "because",
            origin.because() == null ? "none" : origin.because().toString())
        .increment();
    if (origin.left() > 0) {
      meters.counter("adviser.left.out", "task", origin.task().toString()).increment(origin.left());
    }
  }
}
