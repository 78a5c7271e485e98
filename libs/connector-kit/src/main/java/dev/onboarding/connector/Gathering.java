package dev.onboarding.connector;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets single reads leave together: while one question is under way, those that arrive gather, and
/// leave as one question when it ends. Nobody waits for a timer: a read that meets no other leaves
/// at once, and one that has gathered behind a slow question longer than that is worth leaves
/// beside it.
///
/// Who asks for the same key while its question is open gets the same answer; nothing is kept
/// longer.
///
/// @param <K> what is asked for
/// @param <V> what is answered
public final class Gathering<K, V> {

  /// Behind a question that takes longer than this, nobody is made to wait.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int MOST_QUESTIONS = 4;

  private final Question<K, V> question;
  private final int most;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Asked<K>, Seat<V>> waiting = new LinkedHashMap<>();
  private final Map<Asked<K>, Seat<V>> underWay = new LinkedHashMap<>();
  private int questions;

  /// @param question asks for several keys at once
  /// @param most how many keys one question may hold
  public Gathering(Question<K, V> question, int most, Clock clock) {
    this.question = question;
    this.most = most;
    this.clock = clock;
  }

  /// @throws FailureException as the question ended for this key, or when the caller's deadline
  ///   passes
  public V read(K key) {
    CallContext context = CallContext.current();
    if (isOver(context)) {
      throw lateFor(key);
    }
    Seat<V> seat = seated(new Asked<>(key, context.callerClass()), context);
    while (!seat.isAnsweredWithin(patience(context))) {
      if (isOver(context)) {
        throw lateFor(key);
      }
      leave(true);
    }
    seat.shareWith(CallTally.current());
    try {
      return seat.value();
    } catch (FailureException failed) {
      // The question began before this caller came, and ended with the time of the others.
      boolean tooEarly = failed.failure().errorCode().equals(HttpWire.DEADLINE_PASSED);
      if (tooEarly && !isOver(context)) {
        return read(key);
      }
      throw failed;
    }
  }

  private Seat<V> seated(Asked<K> key, CallContext context) {
    lock.lock();
    try {
      Seat<V> taken = underWay.get(key);
      if (taken == null) {
        taken = waiting.computeIfAbsent(key, _ -> new Seat<>(context));
      }
      taken.reserve(context);
      return taken;
    } finally {
      lock.unlock();
      leave(false);
    }
  }

  /// Starts a question with all who wait, where none is under way, or one more is worth it.
  private void leave(boolean beside) {
    lock.lock();
    try {
      boolean may = questions == 0 || (beside && questions < MOST_QUESTIONS);
      if (waiting.isEmpty() || !may) {
        return;
      }
      Map<Asked<K>, Seat<V>> together = new LinkedHashMap<>();
      CallerClass callers = waiting.keySet().iterator().next().callers();
      waiting.entrySet().stream()
          .filter(entry -> entry.getKey().callers() == callers)
          .limit(most)
          .forEach(entry -> together.put(entry.getKey(), entry.getValue()));
      together.keySet().forEach(waiting::remove);
      underWay.putAll(together);
      questions++;
      Thread.ofVirtual().name("gathered-read").start(() -> ask(together));
    } finally {
      lock.unlock();
    }
  }

  private void ask(Map<Asked<K>, Seat<V>> together) {
    List<Seat<V>> seats = List.copyOf(together.values());
    Runnable tell = () -> seats.forEach(Seat::closeUnanswered);
    try {
      var tally = new CallTally();
      tally.batched(seats.size());
      seats.forEach(seat -> seat.paidBy(tally, seats.getFirst() == seat));
      tell = contextOf(seats).get(() -> tally.get(() -> answered(together)));
    } finally {
      // Before anybody hears the answer: who has heard it and asks again asks anew.
      end(together);
      tell.run();
      leave(false);
    }
  }

  private void end(Map<Asked<K>, Seat<V>> together) {
    lock.lock();
    try {
      together.keySet().forEach(underWay::remove);
      questions--;
    } finally {
      lock.unlock();
    }
  }

  /// Asks, and gives what tells everybody the answer.
  private Runnable answered(Map<Asked<K>, Seat<V>> together) {
    List<Seat<V>> seats = List.copyOf(together.values());
    try {
      List<Outcome<V>> outcomes = question.ask(together.keySet().stream().map(Asked::key).toList());
      if (outcomes.size() != seats.size()) {
        throw new IllegalStateException(
            "%d outcomes for %d keys".formatted(outcomes.size(), seats.size()));
      }
      return () -> {
        for (int i = 0; i < seats.size(); i++) {
          seats.get(i).answer(outcomes.get(i));
        }
      };
    } catch (RuntimeException failed) {
      return () -> seats.forEach(seat -> seat.fail(failed));
    }
  }

  /// That of the first, and the latest deadline of all: who waits shorter stops waiting alone.
  private static <V> CallContext contextOf(List<Seat<V>> seats) {
    CallContext first = seats.getFirst().context();
    Instant latest = first.deadline();
    for (Seat<V> seat : seats) {
      Instant end = seat.latest();
      latest = end == null || latest == null ? null : end.isAfter(latest) ? end : latest;
    }
    return new CallContext(
        first.run(), first.correlation(), first.caller(), latest, first.callerClass());
  }

  private Duration patience(CallContext context) {
    Instant end = context.deadline();
    if (end == null) {
      return PATIENCE;
    }
    Duration left = Duration.between(clock.instant(), end);
    return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
  }

  private boolean isOver(CallContext context) {
    Instant end = context.deadline();
    return end != null && !clock.instant().isBefore(end);
  }

  private FailureException lateFor(K key) {
    return new FailureException(
        Failure.of(
            ErrorType.NETWORK,
            HttpWire.DEADLINE_PASSED,
            null,
            "The caller's deadline passed before the answer for %s came.".formatted(key)));
  }

  /// Asks for several keys at once.
  @FunctionalInterface
  public interface Question<K, V> {

    /// One outcome for each key, in their order.
    List<Outcome<V>> ask(List<K> keys);
  }

  /// What became of one key: a value, or the failure in its place.
  public record Outcome<V>(@Nullable V value, @Nullable FailureException failure) {

    public static <V> Outcome<V> of(V value) {
      return new Outcome<>(value, null);
    }

    public static <V> Outcome<V> failed(FailureException failure) {
      return new Outcome<>(null, failure);
    }
  }

  /// What is asked for, and for whom: people and machines may fare differently.
  private record Asked<K>(K key, CallerClass callers) {}
}
