package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.Ports;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.DoubleSupplier;

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
      var coordinator = new Coordinator(plain.coordinator(), stage.clock(), plain.access());
      var load = new Load(coordinator, store, data.webhookSecret(), stage.clock());
      int runs = WARM_UP_ROUNDS + 2 * stage.rounds();
      var accounts = fresh(new FreshAccounts(new SandboxControl(plain.sandbox())), runs);
      return List.of(interleaved(stage, runs, () -> millis(load, accounts)));
    } finally {
      Bench.delete(folder);
    }
  }

  /// Another account for each run: a waiting run of the same one would only be woken.
  private static Queue<String> fresh(FreshAccounts accounts, int runs) {
    return new ArrayDeque<>(accounts.next((runs + 9) / 10 * 10));
  }

  private static double millis(Load load, Queue<String> accounts) {
    return load.decided(accounts.remove()).toNanos() / 1e6;
  }

  private static Figure interleaved(Stage stage, int runs, DoubleSupplier plain) {
    var accounts = fresh(stage.accounts(), runs);
    DoubleSupplier advised = () -> millis(stage.load(), accounts);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      if (i == WARM_UP_ROUNDS) {
        with.clear();
        without.clear();
        stage.sandbox().latency("openai", MODEL);
      }
      with.add(advised.getAsDouble());
      without.add(plain.getAsDouble());
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
