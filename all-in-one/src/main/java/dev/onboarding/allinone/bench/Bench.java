package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.client.Webhook;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Starts a system of its own in its own process and measures it from outside.
public final class Bench {

  private static final long SALESFORCE_MILLIS = 300;
  private static final long DOCUSIGN_MILLIS = 200;
  private static final long NETSUITE_MILLIS = 400;

  private final Ports ports;
  private final int rounds;
  private final Consumer<String> progress;
  private final Clock clock = Clock.systemUTC();

  public Bench(Ports ports, int rounds, Consumer<String> progress) {
    this.ports = ports;
    this.rounds = rounds;
    this.progress = progress;
  }

  public List<Figure> measure() throws Exception {
    Path folder = Files.createTempDirectory("onboarding-bench");
    var data = new DataDirectory(folder);
    List<Figure> figures = new ArrayList<>();
    try (var system = SystemProcess.start(ports, data, clock)) {
      figures.add(
          figure("ready, empty data directory", system.readyAfter().toMillis(), 30_000, "< 30 s"));
      var sandbox = new SandboxControl(system.sandbox());
      var coordinator = new Coordinator(system.coordinator(), clock);
      progress.accept("warming up");
      for (int i = 0; i < 5; i++) {
        decided(coordinator, data, "ACME-001");
      }
      figures.addAll(upstreamCalls(coordinator, sandbox, data));
      figures.addAll(latency(coordinator, sandbox, data));
      figures.add(memory(system));
    } finally {
      delete(folder);
    }
    return figures;
  }

  private List<Figure> latency(
      Coordinator coordinator, SandboxControl sandbox, DataDirectory data) {
    progress.accept("measuring decisions with slow upstreams");
    sandbox.latency("salesforce", SALESFORCE_MILLIS);
    sandbox.latency("docusign", DOCUSIGN_MILLIS);
    sandbox.latency("netsuite", NETSUITE_MILLIS);
    long[] millis =
        Stream.generate(() -> decided(coordinator, data, "ACME-001"))
            .limit(rounds)
            .mapToLong(Duration::toMillis)
            .sorted()
            .toArray();
    Stream.of("salesforce", "docusign", "netsuite").forEach(system -> sandbox.latency(system, 0));
    long median = millis[millis.length / 2];
    long chain = SALESFORCE_MILLIS + Math.max(2 * DOCUSIGN_MILLIS, NETSUITE_MILLIS);
    long sequential = SALESFORCE_MILLIS + 2 * DOCUSIGN_MILLIS + NETSUITE_MILLIS;
    return List.of(
        figure("webhook to decision, against the necessary chain", median, chain, "<= 1.15"),
        figure("webhook to decision, against all calls in sequence", median, sequential, "< 1"));
  }

  private List<Figure> upstreamCalls(
      Coordinator coordinator, SandboxControl sandbox, DataDirectory data) {
    progress.accept("counting upstream calls");
    List<Figure> figures = new ArrayList<>();
    Stream.of("salesforce", "docusign", "netsuite").forEach(sandbox::clear);
    decided(coordinator, data, "ACME-001");
    figures.add(calls(sandbox, "salesforce", 1));
    figures.add(calls(sandbox, "docusign", 2));
    figures.add(calls(sandbox, "netsuite", 1));
    Stream.of("salesforce", "docusign", "netsuite").forEach(sandbox::clear);
    decided(coordinator, data, "MISSING-999");
    long all =
        Stream.of("salesforce", "docusign", "netsuite")
            .mapToLong(system -> sandbox.inspect(system).path("api_calls").asLong())
            .sum();
    figures.add(counted("calls for a missing account, all systems", all, 1));
    return figures;
  }

  private static Figure calls(SandboxControl sandbox, String system, long goal) {
    long counted = sandbox.inspect(system).path("api_calls").asLong();
    return counted("calls to " + system + " for one run", counted, goal);
  }

  private Duration decided(Coordinator coordinator, DataDirectory data, String account) {
    var webhook =
        Webhook.signed(account, "bench-" + UUID.randomUUID(), data.webhookSecret(), clock);
    Instant sent = clock.instant();
    String id = coordinator.trigger(webhook);
    RunView run = coordinator.rested(id, Duration.ofSeconds(60));
    return Duration.between(sent, run.decidedAt());
  }

  private static Figure memory(SystemProcess system) {
    var kib = Memory.proportionalKib(system.handle());
    if (kib.isEmpty()) {
      return new Figure("memory, PostgreSQL included", "not told here", "1 GiB", "-", "< 1");
    }
    double mib = kib.getAsLong() / 1024.0;
    return new Figure(
        "memory (PSS), PostgreSQL included",
        String.format(Locale.ROOT, "%.0f MiB", mib),
        "1024 MiB",
        ratio(mib, 1024),
        "< 1");
  }

  private static Figure counted(String name, long measured, long goal) {
    return new Figure(
        name,
        String.valueOf(measured),
        String.valueOf(goal),
        ratio((double) measured, (double) goal),
        "= 1");
  }

  private static Figure figure(String name, long millis, long reference, String goal) {
    return new Figure(
        name, millis + " ms", reference + " ms", ratio((double) millis, (double) reference), goal);
  }

  private static String ratio(double measured, double reference) {
    return String.format(Locale.ROOT, "%.2f", measured / reference);
  }

  private static void delete(Path folder) throws java.io.IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
