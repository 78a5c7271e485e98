package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.client.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Sends signed triggers and waits until their runs rest with their reports.
final class Load {

  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Coordinator coordinator;
  private final Store store;
  private final String secret;
  private final Clock clock;
  private int sendings;

  Load(Coordinator coordinator, Store store, String secret, Clock clock) {
    this.coordinator = coordinator;
    this.store = store;
    this.secret = secret;
    this.clock = clock;
  }

  /// What became of one load.
  ///
  /// @param took from the first trigger sent to the last run at rest
  /// @param acknowledgements how long each trigger waited for its answer, ascending
  record Carried(int runs, Duration took, List<Duration> acknowledgements) {

    double perSecond() {
      return runs * 1e9 / took.toNanos();
    }
  }

  /// As fast as the system takes them.
  Carried asFastAsItGoes(List<String> keys) {
    return carried(keys, Duration.ZERO);
  }

  /// One trigger after each interval, whether or not the system keeps up.
  Carried paced(List<String> keys, double perSecond) {
    return carried(keys, Duration.ofNanos((long) (1e9 / perSecond)));
  }

  /// How long one trigger waits until its run is decided.
  Duration decided(String account) {
    var webhook = Webhook.signed(account, "bench-" + UUID.randomUUID(), secret, clock);
    Instant sent = clock.instant();
    RunView run = coordinator.rested(coordinator.trigger(webhook), Duration.ofSeconds(60));
    return Duration.between(sent, run.decidedAt());
  }

  /// One batch of all the accounts, until its runs are decided.
  void batch(List<String> keys, Duration patience) {
    coordinator.observe(keys, patience);
  }

  private Carried carried(List<String> keys, Duration interval) {
    sendings++;
    Instant begun = clock.instant();
    var acknowledged = sent(keys, interval);
    awaitRest(begun, keys.size());
    return new Carried(keys.size(), Duration.between(begun, store.lastRest(begun)), acknowledged);
  }

  private List<Duration> sent(List<String> keys, Duration interval) {
    var acknowledgements = new ConcurrentLinkedQueue<Duration>();
    int lanes = interval.isZero() ? CONNECTIONS : 4 * CONNECTIONS;
    List<Future<?>> sending = new ArrayList<>();
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(lanes)) {
      for (int i = 0; i < keys.size(); i++) {
        String key = keys.get(i);
        long due = start + i * interval.toNanos();
        sending.add(threads.submit(() -> acknowledgements.add(acknowledged(key, due))));
      }
    }
    sending.forEach(Load::require);
    return acknowledgements.stream().sorted().toList();
  }

  /// A trigger that could not leave when it was due waits as well.
  private Duration acknowledged(String key, long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    var webhook = Webhook.signed(key, "bench-%d-%s".formatted(sendings, key), secret, clock);
    coordinator.trigger(webhook);
    return Duration.ofNanos(System.nanoTime() - due);
  }

  private void awaitRest(Instant begun, int runs) {
    Instant end = clock.instant().plus(PATIENCE);
    for (int rest = store.atRest(begun); rest < runs; rest = store.atRest(begun)) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException(
            "Only %d of %d runs rest after %d s: %s"
                .formatted(rest, runs, PATIENCE.toSeconds(), store.states(begun)));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS.toMillis()));
    }
  }

  private static void require(Future<?> done) {
    try {
      done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A trigger was not taken: " + e.getCause(), e.getCause());
    }
  }
}
