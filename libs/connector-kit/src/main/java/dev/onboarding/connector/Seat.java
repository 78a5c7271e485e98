package dev.onboarding.connector;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A place in a question of [Gathering]: one key, and all who wait for its answer.
final class Seat<V> {

  private final CallContext context;
  private final CompletableFuture<Gathering.Outcome<V>> outcome = new CompletableFuture<>();
  private volatile boolean endless;
  private volatile @Nullable Instant latest;
  private volatile @Nullable CallTally bill;
  private volatile boolean pays;
  private final AtomicBoolean paid = new AtomicBoolean();

  /// @param context of who came first
  Seat(CallContext context) {
    this.context = context;
  }

  CallContext context() {
    return context;
  }

  /// Somebody waits here. Called by one thread at a time.
  void reserve(CallContext guest) {
    Instant end = guest.deadline();
    if (end == null) {
      endless = true;
    } else if (latest == null || end.isAfter(latest)) {
      latest = end;
    }
  }

  /// After which nobody waits here; null when somebody waits for ever.
  @Nullable Instant latest() {
    return endless ? null : latest;
  }

  /// @param pays whether the question counts as this seat's own
  void paidBy(CallTally tally, boolean pays) {
    this.bill = tally;
    this.pays = pays;
  }

  void answer(Gathering.Outcome<V> found) {
    outcome.complete(found);
  }

  void fail(RuntimeException failed) {
    outcome.completeExceptionally(failed);
  }

  /// Whatever happened, nobody is left waiting.
  void closeUnanswered() {
    outcome.completeExceptionally(new IllegalStateException("a question ended without an answer"));
  }

  boolean isAnsweredWithin(Duration patience) {
    try {
      outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others were reading", interrupted);
    }
  }

  /// One of those who wait pays for the question; the others see what it was.
  void shareWith(CallTally tally) {
    CallTally spent = bill;
    if (spent != null) {
      tally.include(spent.figures(), pays && paid.compareAndSet(false, true));
    }
  }

  /// Only after [#isAnsweredWithin].
  V value() {
    try {
      Gathering.Outcome<V> found = outcome.getNow(null);
      FailureException failure = found.failure();
      if (failure != null) {
        throw failure;
      }
      V value = found.value();
      if (value == null) {
        throw new IllegalStateException("neither a value nor a failure");
      }
      return value;
    } catch (java.util.concurrent.CompletionException failed) {
      if (failed.getCause() instanceof FailureException failure) {
        throw new FailureException(
            failure.failure(), failure.retryAfter().orElse(null), failed.getCause());
      }
      throw new IllegalStateException("a gathered question failed", failed.getCause());
    }
  }
}
