package dev.onboarding.allinone.command;

import dev.onboarding.allinone.bench.Bench;
import dev.onboarding.allinone.bench.Figure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Measures the system and prints every figure with its reference.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure speed and size of a system started for the purpose.")
final class BenchCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "9",
      description = "Counted runs of each measurement (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Console console = system.console();
    List<Figure> figures = new Bench(system.ports(), rounds, console::say).measure();
    if (system.json()) {
      console.document(figures);
    } else {
      console.table(
          List.of("FIGURE", "MEASURED", "REFERENCE", "RATIO", "GOAL"),
          figures.stream()
              .map(f -> List.of(f.name(), f.measured(), f.reference(), f.ratio(), f.goal()))
              .toList());
    }
    return 0;
  }
}
