package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.Onboarding;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The whole system in a process of its own, started as `onboarding up` starts it.
final class SystemProcess implements AutoCloseable {

  private final Process process;
  private final Ports ports;
  private final Duration readyAfter;

  private SystemProcess(Process process, Ports ports, Duration readyAfter) {
    this.process = process;
    this.ports = ports;
    this.readyAfter = readyAfter;
  }

  static SystemProcess start(Ports ports, DataDirectory data, Clock clock) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
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
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    awaitReady(process);
    return new SystemProcess(process, ports, Duration.between(started, clock.instant()));
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

  ProcessHandle handle() {
    return process.toHandle();
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
