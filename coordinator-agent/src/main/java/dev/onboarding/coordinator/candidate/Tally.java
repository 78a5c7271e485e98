package dev.onboarding.coordinator.candidate;

import dev.onboarding.coordinator.candidate.RuleSetComparison.Candidate;
import dev.onboarding.coordinator.candidate.RuleSetComparison.Change;
import dev.onboarding.coordinator.candidate.RuleSetComparison.RowChange;
import dev.onboarding.coordinator.candidate.RuleSetComparison.Transition;
import dev.onboarding.model.decision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/// Counts what a candidate changes. Many threads add to it, one part at a time.
final class Tally {

  private static final Comparator<Change> OLDEST_FIRST =
      Comparator.comparing(Change::decidedAt).thenComparing(Change::runId);

  private final int most;
  private final Map<Way, Integer> ways = new HashMap<>();
  private final Map<String, int[]> rows = new HashMap<>();
  private final Queue<Change> latestFirst = new PriorityQueue<>(OLDEST_FIRST.reversed());
  private final List<UUID> unreadable = new ArrayList<>();
  private int compared;
  private int equal;
  private int otherwise;
  private int erased;

  /// @param most how many changed runs are listed
  Tally(int most) {
    this.most = most;
  }

  /// One run decided again.
  record Compared(StoredDecision stored, Judgement again) {

    boolean isOtherwise() {
      return stored.recorded().verdict() != again.verdict();
    }

    Set<String> fires() {
      return again.beyond(stored.recorded());
    }

    Set<String> silent() {
      return stored.recorded().beyond(again);
    }
  }

  synchronized void add(List<Compared> part, StoredDecisions.Read read) {
    erased += read.erased();
    unreadable.addAll(read.unreadable());
    part.forEach(this::count);
  }

  private void count(Compared one) {
    compared++;
    var fires = one.fires();
    var silent = one.silent();
    if (!one.isOtherwise() && fires.isEmpty() && silent.isEmpty()) {
      equal++;
      return;
    }
    int other = one.isOtherwise() ? 1 : 0;
    fires.forEach(rule -> row(rule, 1, 0, other));
    silent.forEach(rule -> row(rule, 0, 1, other));
    if (one.isOtherwise()) {
      otherwise++;
      var way = new Way(one.stored().recorded().verdict(), one.again().verdict());
      ways.merge(way, 1, Integer::sum);
      list(one, fires, silent);
    }
  }

  private void row(String rule, int fires, int silent, int other) {
    var counts = rows.computeIfAbsent(rule, _ -> new int[3]);
    counts[0] += fires;
    counts[1] += silent;
    counts[2] += other;
  }

  private void list(Compared one, Set<String> fires, Set<String> silent) {
    var stored = one.stored();
    latestFirst.add(
        new Change(
            stored.run(),
            stored.account(),
            stored.decidedAt(),
            stored.recorded().verdict(),
            one.again().verdict(),
            fires,
            silent));
    if (latestFirst.size() > most) {
      latestFirst.remove();
    }
  }

  synchronized RuleSetComparison result(Candidate candidate, Instant since, Duration took) {
    return new RuleSetComparison(
        candidate,
        since,
        compared,
        equal,
        compared - equal - otherwise,
        otherwise,
        erased,
        unreadable,
        ways.entrySet().stream()
            .map(way -> new Transition(way.getKey().from(), way.getKey().to(), way.getValue()))
            .sorted(
                Comparator.comparingInt(Transition::runs)
                    .reversed()
                    .thenComparing(Transition::from)
                    .thenComparing(Transition::to))
            .toList(),
        rows.entrySet().stream()
            .map(row ->
                new RowChange(
                    row.getKey(), row.getValue()[0], row.getValue()[1], row.getValue()[2]))
            .sorted(
                Comparator.comparingInt(RowChange::otherwise)
                    .thenComparingInt(row -> row.fires() + row.silent())
                    .reversed()
                    .thenComparing(RowChange::rule))
            .toList(),
        latestFirst.stream().sorted(OLDEST_FIRST).toList(),
        otherwise - latestFirst.size(),
        took);
  }

  /// From verdict to verdict.
  private record Way(Verdict from, Verdict to) {}
}
