package dev.onboarding.allinone.proof;

import dev.onboarding.allinone.proof.Exchange.Reply;
import dev.onboarding.allinone.system.OwnProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Webhooks of many events, each sent several times, in an order of their own, over several
/// connections at once. A sender that is told to come again does.
final class Flood {

  private static final int MOST_TRIES = 200;

  private final Cluster cluster;
  private final Map<String, Set<String>> runs = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

  Flood(Cluster cluster) {
    this.cluster = cluster;
  }

  private record Delivery(String account, String event) {}

  /// Every run id that was answered for each account.
  Map<String, Set<String>> runs() {
    return runs;
  }

  /// How often each status was answered; 0 where nothing was.
  int answered(int status) {
    return statuses.getOrDefault(status, new AtomicInteger()).get();
  }

  /// @param times how often each account's one event is delivered
  void send(List<String> accounts, int times, int connections, List<OwnProcess> nodes) {
    var deliveries = new ArrayList<Delivery>();
    for (String account : accounts) {
      for (int i = 0; i < times; i++) {
        deliveries.add(new Delivery(account, "flood-" + account));
      }
    }
    Collections.shuffle(deliveries, new Random(20));
    var queue = new ConcurrentLinkedQueue<>(deliveries);
    try (var threads = Executors.newFixedThreadPool(connections)) {
      for (int i = 0; i < connections; i++) {
        OwnProcess node = nodes.get(i % nodes.size());
        threads.execute(() -> deliver(queue, node));
      }
    }
  }

  private void deliver(ConcurrentLinkedQueue<Delivery> queue, OwnProcess node) {
    for (Delivery next = queue.poll(); next != null; next = queue.poll()) {
      Delivery delivery = next;
      Reply reply = accepted(delivery, node);
      runs.computeIfAbsent(delivery.account(), account -> ConcurrentHashMap.newKeySet())
          .add(reply.json().path("run_id").asString("none"));
    }
  }

  private Reply accepted(Delivery delivery, OwnProcess node) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Reply reply = cluster.send(node, delivery.account(), delivery.event());
      statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger()).incrementAndGet();
      if (reply.status() == 202 || reply.status() == 200) {
        return reply;
      }
      if (reply.status() != 429 && reply.status() != 503 && reply.status() != 0) {
        throw new IllegalStateException(delivery + ": " + reply);
      }
      String seconds = reply.retryAfter();
      long wait = seconds.isEmpty() ? 1 : Math.min(2, Long.parseLong(seconds));
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(wait));
    }
    throw new IllegalStateException(delivery + " was never accepted");
  }
}
