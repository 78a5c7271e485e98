package dev.onboarding.connector.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// One rate of a system, counted by all nodes in one row: a whole limit at the beginning of each
/// window of the clock.
final class SharedRate {

  private final BucketProxy bucket;
  private final Duration window;
  private final Clock clock;

  /// What was left and allowed when this node last asked.
  private volatile long left = Long.MAX_VALUE;

  private volatile long limit;

  SharedRate(ProxyManager<String> buckets, String id, long limit, Duration window, Clock clock) {
    this.window = window;
    this.clock = clock;
    this.limit = limit;
    this.bucket = buckets.getProxy(id, () -> configuration(limit));
  }

  /// Takes as many as there are, up to so many.
  long take(long wanted) {
    return seen(bucket.asVerbose().tryConsumeAsMuchAsPossible(wanted));
  }

  void giveBack(long unused) {
    bucket.addTokens(unused);
  }

  /// What was left when this node last asked.
  long left() {
    return left;
  }

  /// When the next window begins.
  Instant nextWindow() {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond((clock.instant().getEpochSecond() / seconds + 1) * seconds);
  }

  /// Whether what the system says is news: another limit, or less left than we know of.
  boolean isNews(long stated, long leftOver) {
    return stated != limit || leftOver < left;
  }

  /// Takes over the stated limit, and takes away what others than us have used.
  void correct(long stated, long leftOver) {
    long available = seen(bucket.asVerbose().getAvailableTokens());
    if (limit != stated) {
      bucket.replaceConfiguration(configuration(stated), TokensInheritanceStrategy.ADDITIVE);
      available = seen(bucket.asVerbose().getAvailableTokens());
    }
    if (leftOver < available) {
      bucket.consumeIgnoringRateLimits(available - leftOver);
      left = leftOver;
    }
  }

  private long seen(VerboseResult<Long> result) {
    limit = result.getConfiguration().getBandwidths()[0].getCapacity();
    left = result.getDiagnostics().getAvailableTokens();
    return result.getValue();
  }

  private BucketConfiguration configuration(long capacity) {
    return BucketConfiguration.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(capacity)
                .refillIntervallyAligned(capacity, window, nextWindow())
                .build())
        .build();
  }
}
