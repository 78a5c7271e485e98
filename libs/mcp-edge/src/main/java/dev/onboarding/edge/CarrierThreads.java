package dev.onboarding.edge;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/// Lends virtual threads more carriers than there are cores while none of them gets one.
///
/// A virtual thread that loads a class keeps its carrier while it waits for a lock. With as many
/// carriers as cores, a handful of them can wait for ever for a lock whose owner has no carrier
/// left to run on. Many carriers from the start would cost every thread that falls idle a search of
/// all their queues, which on two cores is a third of the processor time of a run.
///
/// It says nothing of what it does: whoever logs may wait for the same lock.
public final class CarrierThreads implements ApplicationListener<ApplicationStartingEvent> {

  private static final AtomicBoolean WATCHED = new AtomicBoolean();

  /// More than runs and requests that meet a class for the first time at the same moment; also the
  /// platform's own bound.
  private static final int ENOUGH = 256;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LATE = Duration.ofMillis(500);
  private static final Duration CALM = Duration.ofSeconds(5);

  private final VirtualThreadSchedulerMXBean scheduler =
      ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

  @Override
  public void onApplicationEvent(ApplicationStartingEvent starting) {
    provide();
  }

  /// For the whole process, once.
  public static void provide() {
    if (WATCHED.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("carriers").start(new CarrierThreads()::watch);
    }
  }

  private void watch() {
    int usual = scheduler.getParallelism();
    int most =
        Math.max(usual, Integer.getInteger("jdk.virtualThreadScheduler.maxPoolSize", ENOUGH));
    long late = System.nanoTime();
    try {
      while (true) {
        if (!oneRuns()) {
          late = System.nanoTime();
          lend(most);
        } else if (System.nanoTime() - late > CALM.toNanos()) {
          lend(usual);
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean oneRuns() throws InterruptedException {
    var runs = new CountDownLatch(1);
    Thread.startVirtualThread(runs::countDown);
    return runs.await(LATE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lend(int carriers) {
    if (scheduler.getParallelism() != carriers) {
      scheduler.setParallelism(carriers);
    }
  }
}
