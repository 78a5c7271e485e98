package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.model.decision.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run in a list.
///
/// @param account how the trigger named it
public record RunSummary(
    String runId,
    String source,
    String correlationId,
    String account,
    @Nullable String accountId,
    @Nullable String accountName,
    Mode mode,
    RunState state,
    @Nullable Verdict verdict,
    Instant createdAt,
    Instant updatedAt) {

  public static RunSummary of(Run run) {
    return new RunSummary(
        run.id().toString(),
        run.source(),
        run.correlationId(),
        run.accountKey(),
        run.accountId(),
        run.accountName(),
        run.mode(),
        run.state(),
        run.verdict(),
        run.createdAt(),
        run.updatedAt());
  }
}
