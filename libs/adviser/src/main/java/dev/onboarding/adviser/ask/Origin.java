package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.task.AdviceTask;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one piece of advice comes from, and what it took. Holds no text of the advice and nothing
/// of what was sent.
///
/// @param source `fallback`, `openai` or `bedrock`
/// @param model as the provider named it in its answer; absent for the fallback
/// @param prompt version of the prompt; absent where no model was asked
/// @param promptDigest SHA-256 of the prompt's text; absent where no model was asked
/// @param inputTokens of everything that was asked for this piece, failed attempts included
/// @param costUsd of everything that was asked for this piece, failed attempts included
/// @param latency until the piece was at hand
/// @param finishReason as the model's answer states it; absent for the fallback
/// @param because why it is the fallback's; absent where a model's words are used
/// @param left how many sentences or entries of a model's answer were left out, because the
///   evidence does not bear them out
/// @param tried every model that was asked or passed over, in order
public record Origin(
    AdviceTask task,
    String source,
    @Nullable String model,
    @Nullable String prompt,
    @Nullable String promptDigest,
    long inputTokens,
    long outputTokens,
    BigDecimal costUsd,
    Duration latency,
    @Nullable String finishReason,
    @Nullable Reason because,
    int left,
    List<Tried> tried) {

  public static final String FALLBACK = "fallback";

  public Origin {
    tried = tried == null ? List.of() : List.copyOf(tried);
  }

  /// The fallback's own, where no model was asked.
  public static Origin fallback(AdviceTask task, Reason because) {
    return new Origin(
        task,
        FALLBACK,
        null,
        null,
        null,
        0,
        0,
        BigDecimal.ZERO,
        Duration.ZERO,
        null,
        because,
        0,
        List.of());
  }

  public boolean fromModel() {
    return !FALLBACK.equals(source);
  }

  /// One model of the chain and what became of it.
  ///
  /// @param model as configured, for example `openai:gpt-4o-mini`
  /// @param because why its words were not used; absent for the one whose words are
  /// @param repaired whether it was asked to repair its first answer
  public record Tried(
      String model,
      @Nullable Reason because,
      long inputTokens,
      long outputTokens,
      Duration latency,
      boolean repaired) {}
}
