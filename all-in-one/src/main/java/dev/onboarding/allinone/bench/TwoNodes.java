package dev.onboarding.allinone.bench;

import java.util.List;
import java.util.Map;

/// What a second coordinator adds, where runs wait for slow systems and each node carries few at a
/// time: so the machine, which both nodes share, is not what limits them.
final class TwoNodes implements Measurement {

  private static final Map<String, Long> SLOW =
      Map.of("salesforce", 300L, "docusign", 200L, "netsuite", 400L, "provisioner", 300L);
  private static final double GOAL = 1.6;

  @Override
  public String name() {
    return "nodes";
  }

  @Override
  public Setup setup() {
    return Setup.FEW_AT_A_TIME;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    stage.most(); // warms up
    SLOW.forEach(stage.sandbox()::latency);
    Rounds one = Rounds.warm(stage, "nodes, one");
    double two;
    try (var _ = stage.system().startNode()) {
      stage.progress().accept("nodes: the second is ready");
      stage.load().asFastAsItGoes(stage.accounts().next(Rounds.RUNS));
      two = Rounds.warm(stage, "nodes, two").rate();
    }
    SLOW.keySet().forEach(system -> stage.sandbox().latency(system, 0));
    return List.of(
        new Figure(
            "runs per second, two nodes with %s runs each at a time".formatted(Setup.FEW),
            Numbers.tenths(two),
            Numbers.tenths(one.rate()) + " with one",
            Numbers.hundredths(two / one.rate()),
            ">= " + GOAL,
            two / one.rate() >= GOAL));
  }
}
