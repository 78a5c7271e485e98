package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.batch.BatchResults.Count;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.model.decision.Verdict;
import java.util.List;
import java.util.function.Predicate;

/// How far a batch has come, in accounts.
///
/// @param accounts all of them
/// @param waiting not read yet
/// @param judging read, and about to be decided
/// @param proceed decided so, by a run of this batch or one that was under way; as the next two
/// @param undecided whose run stopped before it was decided
/// @param skipped onboarded before
/// @param failed nothing can be asked about it
record Progress(
    int accounts,
    int waiting,
    int judging,
    int proceed,
    int escalate,
    int block,
    int undecided,
    int skipped,
    int failed) {

  static Progress of(List<Count> counts) {
    return new Progress(
        sum(counts, count -> true),
        sum(counts, count -> count.state() == ItemState.WAITING),
        sum(counts, Progress::isJudging),
        sum(counts, count -> isDecided(count, Verdict.PROCEED)),
        sum(counts, count -> isDecided(count, Verdict.ESCALATE)),
        sum(counts, count -> isDecided(count, Verdict.BLOCK)),
        sum(counts, count -> hasRun(count) && count.verdict() == null && !isJudging(count)),
        sum(counts, count -> count.state() == ItemState.SKIPPED),
        sum(counts, count -> count.state() == ItemState.FAILED));
  }

  boolean isOver() {
    return waiting == 0 && judging == 0;
  }

  private static boolean isDecided(Count count, Verdict verdict) {
    return hasRun(count) && count.verdict() == verdict;
  }

  private static boolean hasRun(Count count) {
    return count.state() == ItemState.OPENED || count.state() == ItemState.JOINED;
  }

  private static boolean isJudging(Count count) {
    var run = count.runState();
    return hasRun(count)
        && count.verdict() == null
        && run != null
        && run != RunState.PARKED
        && !run.ended();
  }

  private static int sum(List<Count> counts, Predicate<Count> which) {
    return counts.stream().filter(which).mapToInt(Count::accounts).sum();
  }
}
