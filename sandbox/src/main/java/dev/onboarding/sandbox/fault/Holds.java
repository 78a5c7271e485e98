package dev.onboarding.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The calls that one plan holds open, until it gives way to the next.
final class Holds {

  private static final long LONGEST_MINUTES = 10;

  private final CountDownLatch open = new CountDownLatch(1);
  private final List<String> held = new ArrayList<>();

  /// Waits until the plan gives way.
  void await(String operation) {
    synchronized (held) {
      held.add(operation);
    }
    try {
      open.await(LONGEST_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  List<String> held() {
    synchronized (held) {
      return List.copyOf(held);
    }
  }

  void release() {
    open.countDown();
  }
}
