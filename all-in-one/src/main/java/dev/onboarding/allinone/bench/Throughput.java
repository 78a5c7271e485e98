package dev.onboarding.allinone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Runs per second from webhook to report through all hops, beside the same number of steps as bare
/// tasks of the scheduler on the same database.
final class Throughput implements Measurement {

  private static final int RUNS = 200;
  private static final int WARM_UP_ROUNDS = 4;
  private static final double GOAL = 40;
  private static final double LEAST_PROCEED = 0.6;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      stage.progress().accept("throughput: warming up");
      stage.load().asFastAsItGoes(RUNS);
    }
    List<Double> rates = new ArrayList<>();
    List<Double> efforts = new ArrayList<>();
    Instant begun = stage.clock().instant();
    for (int i = 0; i < stage.rounds(); i++) {
      var before = stage.system().processorTime();
      var carried = stage.load().asFastAsItGoes(RUNS);
      var used = stage.system().processorTime().minus(before);
      rates.add(carried.perSecond());
      efforts.add(seconds(used) / RUNS);
      stage
          .progress()
          .accept(
              "throughput: %.1f runs/s, %.1f ms of processor per run"
                  .formatted(rates.getLast(), 1000 * efforts.getLast()));
    }
    double steps = stage.store().stepsPerRun(begun);
    requireProceeding(stage.store().proceeded(begun));
    stage.progress().accept("throughput: the same steps as bare tasks");
    double bare = new BareTasks(stage.store()).perSecond() / steps;
    double rate = Numbers.median(rates);
    return List.of(
        new Figure(
            "runs per second, webhook to report",
            Numbers.tenths(rate),
            "%s (%.1f bare tasks each)".formatted(Numbers.tenths(bare), steps),
            Numbers.hundredths(rate / bare),
            ">= 40",
            rate >= GOAL),
        new Figure(
            "processor time per run, PostgreSQL and sandbox included",
            Numbers.tenths(1000 * Numbers.median(efforts)) + " ms",
            "50.0 ms (two cores, 40 runs/s)",
            Numbers.hundredths(Numbers.median(efforts) / 0.050),
            "<= 1",
            Numbers.median(efforts) <= 0.050));
  }

  private static void requireProceeding(double share) {
    if (share < LEAST_PROCEED) {
      throw new IllegalStateException(
          "Only %.0f %% of the runs were decided PROCEED".formatted(100 * share));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
