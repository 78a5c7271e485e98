package dev.onboarding.coordinator.candidate;

import dev.onboarding.coordinator.candidate.RuleSetComparison.Candidate;
import dev.onboarding.coordinator.candidate.StoredDecisions.Part;
import dev.onboarding.coordinator.candidate.Tally.Compared;
import dev.onboarding.coordinator.rule.RuleSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides everything recorded once more, under another rule set, and compares. Nothing is written
/// and nothing follows; the records are taken as they stand, which [#since] does not check.
public final class CompareRuleSets {

  private final StoredDecisions decisions;
  private final CandidateSettings settings;
  private final Clock clock;

  public CompareRuleSets(JdbcClient jdbc, CandidateSettings settings, Clock clock) {
    this.decisions = new StoredDecisions(jdbc);
    this.settings = settings;
    this.clock = clock;
  }

  /// @param since only runs that were created from then on
  public RuleSetComparison since(RuleSet candidate, Instant since) {
    var begun = clock.instant();
    var tally = new Tally(settings.listed());
    var parts = new ConcurrentLinkedQueue<>(decisions.parts(since));
    try (var threads = Executors.newFixedThreadPool(settings.threads())) {
      var workers = new ArrayList<Future<?>>();
      for (int i = 0; i < settings.threads(); i++) {
        workers.add(threads.submit(() -> work(candidate, since, parts, tally)));
      }
      await(workers, parts);
    }
    return tally.result(
        new Candidate(candidate.version(), candidate.digest()),
        since,
        Duration.between(begun, clock.instant()));
  }

  private void work(RuleSet candidate, Instant since, Queue<Part> parts, Tally tally) {
    for (var part = parts.poll(); part != null; part = parts.poll()) {
      var read = decisions.read(part, since);
      var compared = new ArrayList<Compared>(read.decisions().size());
      for (var stored : read.decisions()) {
        var again = candidate.decide(stored.assessments(), stored.context());
        compared.add(new Compared(stored, Judgement.of(again)));
      }
      tally.add(compared, read);
    }
  }

  /// A failure ends the others too: they find nothing more to do.
  private static void await(Iterable<Future<?>> workers, Queue<Part> parts) {
    for (var worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException failed) {
        parts.clear();
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      } catch (InterruptedException stopped) {
        parts.clear();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while comparing", stopped);
      }
    }
  }
}
