package dev.onboarding.allinone.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// The same system with every application in a process of its own, each from its own jar.
public final class SeparateProcesses implements AutoCloseable {

  private final Ports ports;
  private final DataDirectory data;
  private final List<Process> processes = new ArrayList<>();
  private final List<AutoCloseable> others = new ArrayList<>();
  private @Nullable Process sandbox;

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
    sandbox = startSandbox();
    awaitListening("sandbox", sandbox, ports.sandbox());
    Map<String, String> settings =
        Settings.of(ports, data, database.url(), SandboxKeys.fetch(sandbox(), data), Map.of());
    for (Module module : Module.values()) {
      processes.add(start(module.toString(), settings));
    }
    for (Module module : Module.values()) {
      awaitListening(module.toString(), processes.get(module.ordinal()), ports.of(module));
    }
  }

  /// Kills the outside world without warning.
  public void killSandbox() {
    sandbox.destroyForcibly().onExit().join();
  }

  /// Whether every application still accepts connections.
  public boolean allAnswer() {
    return Stream.of(Module.values()).noneMatch(module -> isFree(ports.of(module)));
  }

  private Process startSandbox() throws IOException {
    return start(
        "sandbox",
        Map.of(),
        "--server.port=" + ports.sandbox(),
        "--sandbox.smtp-port=" + ports.smtp());
  }

  private Process start(String module, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                jarOf(module).toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    Path log = data.log().resolveSibling(module + ".log");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static Path jarOf(String module) throws IOException {
    try (Stream<Path> built = Files.list(Path.of("..", module, "target"))) {
      return built
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("No jar of " + module + "; package it first"));
    }
  }

  private static void awaitListening(String what, Process process, int port) {
    Awaitility.await(what + " is ready")
        .atMost(180, TimeUnit.SECONDS)
        .pollInterval(250, TimeUnit.MILLISECONDS)
        .until(() -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(what + " ended; see its log");
          }
          return !isFree(port);
        });
  }

  private static boolean isFree(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    Stream.concat(processes.stream(), Stream.ofNullable(sandbox)).forEach(Process::destroy);
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
