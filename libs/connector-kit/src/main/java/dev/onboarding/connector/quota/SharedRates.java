package dev.onboarding.connector.quota;

import dev.onboarding.model.CallTally;
import dev.onboarding.model.FailureException;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two rates of one system. A node takes its calls in blocks, larger ones the busier it is, so
/// that a busy one asks the database once for many calls and a quiet one keeps nothing from the
/// others.
final class SharedRates {

  private static final Logger log = LoggerFactory.getLogger(SharedRates.class);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
  private static final Duration BLOCK_LASTS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_CORRECTIONS = Duration.ofSeconds(1);
  private static final int LARGEST_BLOCK = 32;

  private final String system;
  private final RateProperties properties;
  private final Clock clock;
  private final SharedRate hourly;
  private final SharedRate burst;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean correcting = new AtomicBoolean();
  private long left;
  private long blockSize = 1;
  private Instant blockEnds = Instant.MIN;
  private Instant closedUntil = Instant.MIN;
  private String closedBy = "";
  private volatile Instant correctedAt = Instant.MIN;

  SharedRates(ProxyManager<String> buckets, String system, RateProperties properties, Clock clock) {
    this.system = system;
    this.properties = properties;
    this.clock = clock;
    this.hourly = new SharedRate(buckets, system + "/hourly", properties.hourly(), HOUR, clock);
    this.burst = new SharedRate(buckets, system + "/burst", properties.burst(), HALF_MINUTE, clock);
  }

  /// Takes the right to make one call.
  ///
  /// @throws FailureException saying when there will be more
  void take() {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (now.isBefore(closedUntil)) {
        throw usedUp(now);
      }
      if (left == 0 || !now.isBefore(blockEnds)) {
        fetchBlock(now);
      }
      left--;
      CallTally.current().quotaLeft(left + Math.min(hourly.left(), burst.left()));
    } finally {
      lock.unlock();
    }
  }

  /// Believes the system where it says that there is less than we counted.
  void said(RatesSaid said) {
    lock.lock();
    try {
      left = Math.min(left, said.hourly().left());
      if (said.burst() != null) {
        left = Math.min(left, said.burst().left());
      }
    } finally {
      lock.unlock();
    }
    RatesSaid.Rate stated = said.burst();
    long hour = properties.limit(properties.hourly(), said.hourly().limit());
    boolean news = hourly.isNews(hour, said.hourly().left());
    if (stated != null) {
      news |= burst.isNews(properties.limit(properties.burst(), stated.limit()), stated.left());
    }
    boolean due = correctedAt.plus(BETWEEN_CORRECTIONS).isBefore(clock.instant());
    if (news && (due || said.hourly().left() == 0) && correcting.compareAndSet(false, true)) {
      Thread.ofVirtual().name("rate-correction").start(() -> correct(said));
    }
  }

  private void correct(RatesSaid said) {
    try {
      correctedAt = clock.instant();
      RatesSaid.Rate hour = said.hourly();
      hourly.correct(properties.limit(properties.hourly(), hour.limit()), hour.left());
      RatesSaid.Rate stated = said.burst();
      if (stated != null) {
        burst.correct(properties.limit(properties.burst(), stated.limit()), stated.left());
      }
    } catch (RuntimeException unavailable) {
      log.warn("What {} says of its limits could not be written down", system, unavailable);
    } finally {
      correcting.set(false);
    }
  }

  private void fetchBlock(Instant now) {
    if (left > 0) {
      hourly.giveBack(left);
      blockSize = Math.max(1, blockSize - left);
    } else if (now.isBefore(blockEnds)) {
      blockSize = Math.min(2 * blockSize, LARGEST_BLOCK);
    }
    left = 0;
    long granted = hourly.take(blockSize);
    if (granted == 0) {
      close(now, hourly.nextWindow(), "HOURLY_SHARE_USED_UP");
    }
    long now30 = burst.take(granted);
    if (now30 < granted) {
      hourly.giveBack(granted - now30);
    }
    if (now30 == 0) {
      close(now, burst.nextWindow(), "BURST_SHARE_USED_UP");
    }
    left = now30;
    Instant windowEnds = burst.nextWindow();
    Instant lasts = now.plus(BLOCK_LASTS);
    blockEnds = lasts.isBefore(windowEnds) ? lasts : windowEnds;
  }

  private void close(Instant now, Instant until, String code) {
    // Another node may give calls back, so that looking again before the window ends is worthwhile.
    Instant lookAgain = now.plus(BLOCK_LASTS);
    closedUntil = lookAgain.isBefore(until) ? lookAgain : until;
    closedBy = code;
    throw usedUp(now);
  }

  private FailureException usedUp(Instant now) {
    Instant again = closedBy.startsWith("HOURLY") ? hourly.nextWindow() : burst.nextWindow();
    return QuotaFailures.usedUp(
        closedBy,
        "The calls to %s that all nodes may make %s are used up."
            .formatted(system, closedBy.startsWith("HOURLY") ? "in an hour" : "in 30 seconds"),
        Duration.between(now, again));
  }
}
