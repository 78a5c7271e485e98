package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.Onboarding;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole system in a process of its own, started as `onboarding up` starts it.
final class SystemProcess implements AutoCloseable {

  private final Process process;
  private final Ports ports;
  private final DataDirectory data;
  private final Duration readyAfter;

  private SystemProcess(Process process, Ports ports, DataDirectory data, Duration readyAfter) {
    this.process = process;
    this.ports = ports;
    this.data = data;
    this.readyAfter = readyAfter;
  }

  /// @param environment added to our own
  /// @param flags added to the flags of our own JVM
  static SystemProcess start(
      Ports ports,
      DataDirectory data,
      Map<String, String> environment,
      List<String> flags,
      Clock clock)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(flags);
    String classPath = System.getProperty("java.class.path");
    if (classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)) {
      command.addAll(List.of("-jar", classPath));
    } else {
      command.addAll(List.of("-cp", classPath, Onboarding.class.getName()));
    }
    command.addAll(
        List.of(
            "up", "--port-base", String.valueOf(ports.base()), "--data", data.root().toString()));
    Instant started = clock.instant();
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    awaitReady(process);
    return new SystemProcess(process, ports, data, Duration.between(started, clock.instant()));
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready:")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("The system did not start:\n" + said);
  }

  Duration readyAfter() {
    return readyAfter;
  }

  /// The system's own process, its database's, and all their descendants.
  Set<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), data.databaseProcess().stream())
        .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
        .collect(Collectors.toSet());
  }

  String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/postgres";
  }

  /// Used by the system and its database so far.
  Duration processorTime() {
    return Processor.used(processes());
  }

  URI coordinator() {
    return URI.create("http://127.0.0.1:" + ports.base());
  }

  URI sandbox() {
    return URI.create("http://127.0.0.1:" + ports.sandbox());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
