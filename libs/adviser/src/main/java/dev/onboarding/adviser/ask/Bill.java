package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.ask.Origin.Tried;
import dev.onboarding.adviser.model.ModelName;
import dev.onboarding.adviser.model.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one piece of advice has taken so far, every model and repair included.
final class Bill {

  private final Inquiry<?> inquiry;
  private final long begun = System.nanoTime();
  private final List<Tried> tried = new ArrayList<>();
  private long input;
  private long output;
  private long microUsd;
  private long modelInput;
  private long modelOutput;
  private long modelBegun = begun;
  private boolean repaired;

  Bill(Inquiry<?> inquiry) {
    this.inquiry = inquiry;
  }

  void next() {
    modelBegun = System.nanoTime();
    modelInput = 0;
    modelOutput = 0;
    repaired = false;
  }

  void add(Reply reply, long cost) {
    input += reply.inputTokens();
    output += reply.outputTokens();
    modelInput += reply.inputTokens();
    modelOutput += reply.outputTokens();
    microUsd += cost;
  }

  /// A call whose use is not known is billed with what was set aside for it.
  void add(long cost) {
    microUsd += cost;
  }

  void repair() {
    repaired = true;
  }

  void close(ModelName model, @Nullable Reason because) {
    tried.add(
        new Tried(
            model.toString(),
            because,
            modelInput,
            modelOutput,
            Duration.ofNanos(System.nanoTime() - modelBegun),
            repaired));
  }

  Duration since() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  Origin answered(ModelName model, Reply reply, int left) {
    return new Origin(
        inquiry.task(),
        model.provider().toString(),
        reply.model(),
        inquiry.prompt().version(),
        inquiry.prompt().digest(),
        input,
        output,
        usd(),
        since(),
        reply.finish(),
        null,
        left,
        tried);
  }

  Origin unanswered(Reason because, int left) {
    return new Origin(
        inquiry.task(),
        Origin.FALLBACK,
        null,
        inquiry.prompt().version(),
        inquiry.prompt().digest(),
        input,
        output,
        usd(),
        since(),
        null,
        because,
        left,
        tried);
  }

  private BigDecimal usd() {
    return BigDecimal.valueOf(microUsd, 6).stripTrailingZeros().max(BigDecimal.ZERO);
  }
}
