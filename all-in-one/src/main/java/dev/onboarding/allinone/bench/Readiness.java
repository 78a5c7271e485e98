package dev.onboarding.allinone.bench;

import java.util.List;

/// How long a system on an empty data directory takes until it serves.
final class Readiness implements Measurement {

  private static final long GOAL_MILLIS = 30_000;

  @Override
  public String name() {
    return "ready";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    long millis = stage.system().readyAfter().toMillis();
    return List.of(
        new Figure(
            "ready, empty data directory",
            millis + " ms",
            GOAL_MILLIS + " ms",
            Numbers.hundredths((double) millis / GOAL_MILLIS),
            "<= 1",
            millis <= GOAL_MILLIS));
  }
}
