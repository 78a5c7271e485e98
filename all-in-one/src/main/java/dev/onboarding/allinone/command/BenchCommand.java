package dev.onboarding.allinone.command;

import dev.onboarding.allinone.bench.Bench;
import dev.onboarding.allinone.bench.Figure;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Names.class,
      description = "Measure these only: ${COMPLETION-CANDIDATES}.")
  private Set<String> only = Set.of();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write a flight recording of the measured system.")
  private @Nullable Path recording;

  @Override
  public Integer call() throws Exception {
    Console console = system.console();
    Logs.into(Path.of(System.getProperty("java.io.tmpdir"), "onboarding-bench.log"));
    List<Figure> figures = new Bench(system.ports(), rounds, recording, console::say).measure(only);
    if (system.json()) {
      console.document(figures);
    } else {
      console.table(
          List.of("FIGURE", "MEASURED", "REFERENCE", "RATIO", "GOAL", ""),
          figures.stream().map(BenchCommand::row).toList());
    }
    return 0;
  }

  private static List<String> row(Figure figure) {
    String met = figure.met() == null ? "" : figure.met() ? "met" : "MISSED";
    return List.of(
        figure.name(), figure.measured(), figure.reference(), figure.ratio(), figure.goal(), met);
  }

  /// What can be measured.
  private static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Bench.names().iterator();
    }
  }
}
