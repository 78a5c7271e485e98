package dev.onboarding.allinone.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// One thing that is measured in this very process, without a system; in processor time of its
/// thread, so that what else the machine does hardly counts.
interface InProcess {

  /// By which it is asked for alone.
  String name();

  List<Figure> figures(int rounds);

  /// Seconds of processor time that the work takes: the median of some rounds, after as many that
  /// do not count.
  static double seconds(int rounds, Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < 2 * rounds; i++) {
      long begun = threads.getCurrentThreadCpuTime();
      work.run();
      if (i >= rounds) {
        seconds.add((threads.getCurrentThreadCpuTime() - begun) / 1e9);
      }
    }
    return Numbers.median(seconds);
  }
}
