package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One account of a batch as people see it, with what its run says now.
///
/// @param number its place in the batch, from 1
/// @param account as it was given or found
/// @param runId null where there is no run to look at
/// @param verdict null while, or because, nothing is decided
/// @param fired the rows of the decision; empty where only progress is asked for
/// @param why in words, where there is no run of this batch
/// @param failure of the row, or of its run
record BatchResult(
    int number,
    String account,
    @Nullable String accountId,
    @Nullable String accountName,
    ItemState state,
    @Nullable String runId,
    @Nullable RunState runState,
    @Nullable Verdict verdict,
    List<FiredRow> fired,
    @Nullable String why,
    @Nullable Failure failure) {

  BatchResult {
    fired = List.copyOf(fired);
  }

  /// Whether its onboarding would not have gone through by itself.
  boolean isStopped() {
    return verdict == Verdict.BLOCK || verdict == Verdict.ESCALATE;
  }

  String named() {
    return accountName == null ? account : accountName;
  }

  @Nullable URI run() {
    return runId == null ? null : URI.create("/api/runs/" + runId);
  }
}
