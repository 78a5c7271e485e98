package dev.onboarding.allinone.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How many calls of the outside world a batch needs for each account.
final class BatchCalls implements Measurement {

  private static final int ACCOUNTS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Map<String, Double> GOALS =
      Map.of("salesforce", 0.02, "netsuite", 0.02, "docusign", 0.05);

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    var accounts = stage.accounts().next(ACCOUNTS);
    GOALS.keySet().forEach(stage.sandbox()::clear);
    stage.progress().accept("batch: %,d accounts".formatted(ACCOUNTS));
    stage.load().batch(accounts, PATIENCE);
    return GOALS.keySet().stream().sorted().map(system -> figure(stage, system)).toList();
  }

  private static Figure figure(Stage stage, String system) {
    double calls = stage.sandbox().inspect(system).path("api_calls").asDouble();
    double goal = GOALS.getOrDefault(system, 0.0);
    return new Figure(
        "calls to %s per account, batch of %,d".formatted(system, ACCOUNTS),
        "%.3f".formatted(calls / ACCOUNTS),
        "%.2f".formatted(goal),
        Numbers.hundredths(calls / ACCOUNTS / goal),
        "<= 1",
        calls / ACCOUNTS <= goal);
  }
}
