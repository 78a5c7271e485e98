package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Measures what needs no system in this process; then starts systems of its own, each in a process
/// of its own, and measures them from outside.
public final class Bench {

  private static final List<Measurement> MEASUREMENTS =
      List.of(
          new Readiness(),
          new UpstreamCalls(),
          new EdgeCost(),
          new Latency(),
          new MemorySize(),
          new Throughput(),
          new Acknowledgement(),
          new StoreCost(),
          new AuditCost(),
          new BatchCalls(),
          new OutgoingCalls(),
          new GatheredReads(),
          new ReplaySpeed(),
          new FullStore(),
          new TwoNodes(),
          new Advised());

  private static final List<InProcess> IN_PROCESS =
      List.of(new Decisions(), new RuleCheck(), new Masking());

  private final Ports ports;
  private final int rounds;
  private final @Nullable Path recording;
  private final Consumer<String> progress;
  private final Clock clock = Clock.systemUTC();

  /// @param rounds counted repetitions of each measurement
  /// @param recording where a flight recording of the measured system goes; null for none
  public Bench(Ports ports, int rounds, @Nullable Path recording, Consumer<String> progress) {
    this.ports = ports;
    this.rounds = rounds;
    this.recording = recording;
    this.progress = progress;
  }

  /// What can be measured, in the order in which it is.
  public static List<String> names() {
    return Stream.concat(
            IN_PROCESS.stream().map(InProcess::name), MEASUREMENTS.stream().map(Measurement::name))
        .toList();
  }

  /// @param only what to measure; everything when empty
  /// @throws IllegalArgumentException when there is no such measurement
  public List<Figure> measure(Set<String> only) throws Exception {
    if (!names().containsAll(only)) {
      throw new IllegalArgumentException("%s: measured can be %s".formatted(only, names()));
    }
    List<Figure> figures = new ArrayList<>();
    for (InProcess each : IN_PROCESS) {
      if (only.isEmpty() || only.contains(each.name())) {
        progress.accept("measuring " + each.name());
        figures.addAll(each.figures(rounds));
      }
    }
    for (Setup setup : Setup.values()) {
      List<Measurement> wanted =
          MEASUREMENTS.stream()
              .filter(each -> each.setup() == setup)
              .filter(each -> only.isEmpty() || only.contains(each.name()))
              .toList();
      if (!wanted.isEmpty()) {
        figures.addAll(measured(setup, wanted));
      }
    }
    return figures;
  }

  private List<Figure> measured(Setup setup, List<Measurement> wanted) throws Exception {
    Path folder = Files.createTempDirectory("onboarding-bench");
    var data = new DataDirectory(folder);
    List<Figure> figures = new ArrayList<>();
    progress.accept("starting a system");
    try (var system = SystemProcess.start(ports, data, setup.environment(), flags(), clock);
        var stage = new Stage(system, data, rounds, clock, progress)) {
      for (Measurement measurement : wanted) {
        figures.addAll(measurement.figures(stage));
      }
    } finally {
      delete(folder);
    }
    return figures;
  }

  private List<String> flags() {
    return recording == null
        ? List.of()
        : List.of(
            "-XX:StartFlightRecording=settings=profile,filename=" + recording.toAbsolutePath());
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
