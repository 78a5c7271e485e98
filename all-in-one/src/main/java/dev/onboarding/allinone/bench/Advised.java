package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.Ports;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long a decision takes beside a model that takes five seconds, against a second system that
/// has none; asked in turn, so that both meet the same machine.
final class Advised implements Measurement {

  private static final long MODEL = 5_000;
  private static final int WARM_UP_ROUNDS = 8;
  private static final double GOAL = 1.15;

  /// Beside those of the measured system.
  private static final int PORTS_APART = 20;

  @Override
  public String name() {
    return "advice";
  }

  @Override
  public Setup setup() {
    return Setup.WITH_A_MODEL;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    stage.progress().accept("measuring decisions beside a slow model");
    var folder = Files.createTempDirectory("onboarding-bench-plain");
    var data = new DataDirectory(folder);
    var ports = new Ports(stage.system().ports().base() + PORTS_APART);
    try (var plain = SystemProcess.start(ports, data, Map.of(), List.of(), stage.clock());
        var store = new Store(plain.databaseUrl(), data)) {
      var coordinator = new Coordinator(plain.coordinator(), stage.clock());
      var load = new Load(coordinator, store, data.webhookSecret(), stage.clock());
      return List.of(interleaved(stage, load));
    } finally {
      Bench.delete(folder);
    }
  }

  private static Figure interleaved(Stage stage, Load plain) {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      stage.load().decided("BETA-002");
      plain.decided("BETA-002");
    }
    stage.sandbox().latency("openai", MODEL);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int i = 0; i < 2 * stage.rounds(); i++) {
      with.add(stage.load().decided("BETA-002").toNanos() / 1e6);
      without.add(plain.decided("BETA-002").toNanos() / 1e6);
    }
    stage.sandbox().latency("openai", 0);
    double ratio = Numbers.median(with) / Numbers.median(without);
    return new Figure(
        "webhook to decision beside a model of 5 s, against none, in turn",
        "%.0f ms".formatted(Numbers.median(with)),
        "%.0f ms".formatted(Numbers.median(without)),
        Numbers.hundredths(ratio),
        "<= " + GOAL,
        ratio <= GOAL);
  }
}
