package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.run.RunPriority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Turns triggers away while too many runs wait to begin. The runs are counted a few times a second
/// at most, those of batches not at all: they wait behind everybody else.
final class Backlog {

  private static final Duration COUNT_EVERY = Duration.ofMillis(250);

  /// How far above its bound the queue is still counted, to see how fast it falls.
  private static final long FAR_ABOVE = 10_000;

  private static final double SMOOTHING = 0.3;

  /// When nothing has been seen to begin.
  private static final double SLOWEST = 1 / 30.0;

  private final JdbcClient jdbc;
  private final int bound;
  private final Clock clock;
  private final ReentrantLock counting = new ReentrantLock();
  private final AtomicInteger admitted = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile Count count = new Count(0, Instant.MIN, SLOWEST);

  Backlog(JdbcClient jdbc, int bound, Clock clock) {
    this.jdbc = jdbc;
    this.bound = bound;
    this.clock = clock;
  }

  /// @throws ProblemException when the queue is full
  void take() {
    var now = clock.instant();
    if (isOld(now)) {
      countAgain(now);
    }
    int waiting = count.waiting() + admitted.get();
    if (waiting >= bound) {
      throw full(waiting);
    }
    admitted.incrementAndGet();
  }

  /// Whoever was turned away before comes first.
  private ProblemException full(int waiting) {
    double ahead = (double) waiting - bound + turnedAway.incrementAndGet();
    var room = Duration.ofMillis(Math.round(1_000 * ahead / count.begunPerSecond()));
    var comeAgain = Seconds.atMostAMinute(room);
    return new ProblemException(
        ProblemType.QUEUE_FULL,
        "%d runs wait to begin, and at most %d may. Nothing was stored; come again in %s."
            .formatted(waiting, bound, Seconds.text(comeAgain)),
        comeAgain);
  }

  private boolean isOld(Instant now) {
    var at = count.at();
    return now.isBefore(at) || !now.isBefore(at.equals(Instant.MIN) ? at : at.plus(COUNT_EVERY));
  }

  /// One caller counts; the others go by what was known before, except at the very first.
  private void countAgain(Instant now) {
    if (count.at().equals(Instant.MIN)) {
      counting.lock();
    } else if (!counting.tryLock()) {
      return;
    }
    try {
      if (isOld(now)) {
        int before = admitted.get();
        int waiting = waiting();
        int begun = Math.max(0, count.waiting() + before - waiting);
        turnedAway.updateAndGet(away -> waiting < bound ? 0 : Math.max(0, away - begun));
        count = count.next(waiting, begun, now);
        admitted.addAndGet(-before);
      }
    } finally {
      counting.unlock();
    }
  }

  private int waiting() {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from coordinator.run where state = 'QUEUED' and behind is null
                and priority >= :priority
              limit :enough) as waiting\
            """)
        .param("priority", RunPriority.PROMPT)
        .param("enough", bound + FAR_ABOVE)
        .query(Integer.class)
        .single();
  }

  /// @param begunPerSecond as this node could see it
  private record Count(int waiting, Instant at, double begunPerSecond) {

    Count next(int now, int begun, Instant when) {
      if (at.equals(Instant.MIN) || !when.isAfter(at)) {
        return new Count(now, when, begunPerSecond);
      }
      double seconds = Math.max(Duration.between(at, when).toMillis(), 1) / 1_000.0;
      double smoothed = begunPerSecond + SMOOTHING * (begun / seconds - begunPerSecond);
      return new Count(now, when, Math.max(SLOWEST, smoothed));
    }
  }
}
