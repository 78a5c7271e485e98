package dev.onboarding.allinone.system;

import dev.onboarding.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The same system with every application in a process of its own, each from its own jar.
public final class SeparateProcesses implements AutoCloseable {

  private final Ports ports;
  private final DataDirectory data;
  private final List<Process> processes = new ArrayList<>();
  private final List<AutoCloseable> others = new ArrayList<>();

  private SeparateProcesses(Ports ports, DataDirectory data) {
    this.ports = ports;
    this.data = data;
  }

  public static SeparateProcesses start(Ports ports, DataDirectory data) throws IOException {
    var system = new SeparateProcesses(ports, data);
    try {
      system.startAll();
      return system;
    } catch (IOException | RuntimeException e) {
      system.close();
      throw e;
    }
  }

  public URI coordinator() {
    return URI.create("http://127.0.0.1:" + ports.base());
  }

  public URI sandbox() {
    return URI.create("http://127.0.0.1:" + ports.sandbox());
  }

  private void startAll() throws IOException {
    Database database = Database.start(data, ports.database());
    others.add(database);
    Sandbox sandbox = Sandbox.start(ports.sandbox(), ports.smtp());
    others.addFirst(sandbox);
    Map<String, String> settings =
        Settings.of(
            ports, data, database.url(), SandboxKeys.fetch(sandbox.baseUrl(), data), Map.of());
    for (Module module : Module.values()) {
      processes.add(start(module, settings));
    }
    for (Module module : Module.values()) {
      awaitHealthy(module);
    }
  }

  private Process start(Module module, Map<String, String> settings) throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-jar",
            jarOf(module).toString());
    builder.environment().putAll(settings);
    Path log = data.log().resolveSibling(module + ".log");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static Path jarOf(Module module) throws IOException {
    try (Stream<Path> built = Files.list(Path.of("..", module.toString(), "target"))) {
      return built
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("No jar of " + module + "; package it first"));
    }
  }

  private void awaitHealthy(Module module) {
    Awaitility.await(module + " is ready")
        .atMost(180, TimeUnit.SECONDS)
        .pollInterval(250, TimeUnit.MILLISECONDS)
        .ignoreExceptions()
        .until(() -> {
          if (!processes.get(module.ordinal()).isAlive()) {
            throw new IllegalStateException(module + " ended; see its log");
          }
          return !isFree(ports.of(module));
        });
  }

  private static boolean isFree(int port) throws IOException {
    try (var socket = new java.net.Socket()) {
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", port), 500);
      return false;
    } catch (java.net.ConnectException e) {
      return true;
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      }
    }
    for (AutoCloseable other : others) {
      try {
        other.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
