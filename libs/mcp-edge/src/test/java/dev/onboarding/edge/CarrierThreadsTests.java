package dev.onboarding.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

/// In a process of its own, because all virtual threads of a process share their carriers.
class CarrierThreadsTests {

  private static final int PINNED = 16;

  @Test
  void areLentToVirtualThreadsThatLoadClassesAndGivenBack() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:ActiveProcessorCount=2",
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName())
            .redirectErrorStream(true)
            .start();

    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /// Many virtual threads keep their carriers in a class initialiser until one more has run; later
  /// there are as many carriers as cores again.
  static final class Loading {

    static final CountDownLatch LAST = new CountDownLatch(1);

    private Loading() {}

    public static void main(String... arguments) throws Exception {
      CarrierThreads.provide();
      var all = new ArrayList<Thread>();
      for (int i = 0; i < PINNED; i++) {
        all.add(Thread.ofVirtual().start(() -> Slow.touch()));
      }
      all.add(Thread.ofVirtual().start(LAST::countDown));
      for (var thread : all) {
        thread.join();
      }
      var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
      while (scheduler.getParallelism() != 2) {
        Thread.sleep(50);
      }
    }
  }

  /// Its initialiser waits, and whoever needs it waits with its carrier.
  static final class Slow {

    static {
      try {
        Loading.LAST.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private Slow() {}

    static void touch() {}
  }
}
