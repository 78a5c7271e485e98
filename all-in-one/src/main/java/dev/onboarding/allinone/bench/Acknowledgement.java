package dev.onboarding.allinone.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// How long a webhook waits for its answer at half the load the system can carry, beside how long
/// one inserted row takes to be durable at the same time.
final class Acknowledgement implements Measurement {

  private static final int RUNS = 400;
  private static final double MOST = 0.99;
  private static final double GOAL_MILLIS = 100;
  private static final long PROBE_MILLIS = 50;

  @Override
  public String name() {
    return "acknowledgement";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    double half = stage.most().rate() / 2;
    var accounts = stage.accounts().next(RUNS);
    stage.progress().accept("acknowledgement: %.1f webhooks/s".formatted(half));
    List<Double> inserts = new ArrayList<>();
    Load.Carried carried;
    try (var probes = Executors.newSingleThreadScheduledExecutor()) {
      var probing =
          probes.scheduleWithFixedDelay(
              () -> inserts.add(stage.store().durableInsert().toNanos() / 1e6),
              0,
              PROBE_MILLIS,
              TimeUnit.MILLISECONDS);
      carried = stage.load().paced(accounts, half);
      probing.cancel(false);
    }
    double answered =
        Numbers.percentile(
            carried.acknowledgements().stream().map(Acknowledgement::millis).toList(), MOST);
    return List.of(
        new Figure(
            "webhook acknowledged, p99 at %.1f/s".formatted(half),
            Numbers.tenths(answered) + " ms",
            Numbers.tenths(Numbers.percentile(inserts, MOST)) + " ms (p99 of a durable insert)",
            Numbers.hundredths(answered / Numbers.percentile(inserts, MOST)),
            "< %.0f ms".formatted(GOAL_MILLIS),
            answered < GOAL_MILLIS));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
