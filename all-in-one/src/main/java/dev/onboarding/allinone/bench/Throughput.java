package dev.onboarding.allinone.bench;

import java.time.Instant;
import java.util.List;

/// Runs per second from webhook to report through all hops, beside the same number of steps as bare
/// tasks of the scheduler on the same database.
final class Throughput implements Measurement {

  private static final double GOAL = 40;
  private static final double GOAL_MILLIS = 2 * 1000 / GOAL;
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
    Instant begun = stage.clock().instant();
    Rounds rounds = stage.most();
    double steps = stage.store().stepsPerRun(begun);
    requireProceeding(stage.store().proceeded(begun));
    stage.progress().accept("throughput: the same steps as bare tasks");
    double bare = new BareTasks(stage.store()).perSecond() / steps;
    return List.of(
        new Figure(
            "runs per second, webhook to report",
            Numbers.tenths(rounds.rate()),
            "%s (%s bare tasks each)".formatted(Numbers.tenths(bare), Numbers.tenths(steps)),
            Numbers.hundredths(rounds.rate() / bare),
            ">= %.0f runs/s".formatted(GOAL),
            rounds.rate() >= GOAL),
        new Figure(
            "processor time per run, PostgreSQL and sandbox included",
            Numbers.tenths(rounds.effortMillis()) + " ms",
            "%.0f ms (two cores at %.0f runs/s)".formatted(GOAL_MILLIS, GOAL),
            Numbers.hundredths(rounds.effortMillis() / GOAL_MILLIS),
            "<= 1",
            rounds.effortMillis() <= GOAL_MILLIS));
  }

  private static void requireProceeding(double share) {
    if (share < LEAST_PROCEED) {
      throw new IllegalStateException(
          "Only %.0f %% of the runs were decided PROCEED".formatted(100 * share));
    }
  }
}
