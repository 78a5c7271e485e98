package dev.onboarding.coordinator.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Removes what is due, chunk by chunk, each in a short transaction of its own; what was
/// interrupted is simply done again.
final class ApplyRetention {

  private static final Logger LOG = LoggerFactory.getLogger(ApplyRetention.class);

  private final OldRuns old;
  private final RunFiles files;
  private final TransactionOperations transactions;
  private final RetentionSettings settings;
  private final Clock clock;

  ApplyRetention(
      OldRuns old,
      RunFiles files,
      TransactionOperations transactions,
      RetentionSettings settings,
      Clock clock) {
    this.old = old;
    this.files = files;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  void apply() {
    var now = clock.instant();
    var journal = before(now, settings.journal());
    var runs = before(now, settings.runs());
    int most = settings.chunk();
    int forgotten = all(() -> old.forgetAnswers(journal, most, now));
    int loose =
        all(() -> old.removeEffects(journal, most)) + all(() -> old.removeEvents(journal, most));
    int removed = all(() -> old.remove(runs, most, now));
    int batches = all(() -> old.removeBatches(runs, most));
    transactions.executeWithoutResult(status -> old.forgetTraces(runs));
    int gone = files.sweep();
    if (forgotten + loose + removed + batches + gone > 0) {
      LOG.info(
          "Retention: {} runs and {} batches removed, {} without their steps' answers, {} reminders and events and"
              + " {} files removed",
          removed,
          batches,
          forgotten,
          loose,
          gone);
    }
  }

  private int all(IntSupplier chunk) {
    int all = 0;
    for (int some = one(chunk); some > 0; some = one(chunk)) {
      all += some;
    }
    return all;
  }

  private int one(IntSupplier chunk) {
    return Objects.requireNonNull(transactions.execute(status -> chunk.getAsInt()));
  }

  private static Instant before(Instant now, Period period) {
    return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
  }
}
