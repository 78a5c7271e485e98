package dev.onboarding.allinone.system;

import dev.onboarding.allinone.client.Access;
import dev.onboarding.allinone.identity.IdentityServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The same system with every application in a process of its own, each from its own jar, and as
/// many coordinators as are asked for on the one database.
public final class SeparateProcesses implements AutoCloseable {

  private static final int FIRST_FURTHER_OFFSET = 4;

  private final Ports ports;
  private final DataDirectory data;
  private final Map<String, OwnProcess> processes = new LinkedHashMap<>();
  private @Nullable Database database;
  private @Nullable OwnProcess sandbox;
  private @Nullable IdentityServer identity;
  private final Access access;
  private String databaseUrl = "";

  private SeparateProcesses(Ports ports, DataDirectory data) {
    this.ports = ports;
    this.data = data;
    this.access = PersonAccess.to(ports, data);
  }

  public static SeparateProcesses start(Ports ports, DataDirectory data) throws IOException {
    return start(ports, data, 1, Map.of());
  }

  /// @param coordinators how many nodes share the database, at most 8
  /// @param further settings of every application besides those that it needs
  public static SeparateProcesses start(
      Ports ports, DataDirectory data, int coordinators, Map<String, String> further)
      throws IOException {
    var system = new SeparateProcesses(ports, data);
    try {
      system.startAll(coordinators, further);
      return system;
    } catch (IOException | RuntimeException e) {
      system.close();
      throw e;
    }
  }

  public URI coordinator() {
    return process("coordinator-agent").address();
  }

  public URI sandbox() {
    return URI.create("http://127.0.0.1:" + ports.sandbox());
  }

  /// @param name `mcp-clm`, `coordinator-agent`, the second node `coordinator-agent-2`
  public OwnProcess process(String name) {
    OwnProcess process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException("No process " + name + ": one of " + processes.keySet());
    }
    return process;
  }

  private void startAll(int coordinators, Map<String, String> further) throws IOException {
    database = Database.start(data, ports.database());
    databaseUrl = database.url();
    // In this process: nothing is proven by killing what production has from elsewhere.
    identity = LocalIdentity.start(ports, data, databaseUrl);
    sandbox =
        process(
            "sandbox",
            "sandbox",
            Map.of(),
            ports.sandbox(),
            "--server.port=" + ports.sandbox(),
            "--sandbox.smtp-port=" + ports.smtp(),
            "--sandbox.keys.folder=" + data.sandboxKeys());
    sandbox.launch().awaitReady();
    Map<String, String> settings =
        new LinkedHashMap<>(
            Settings.of(ports, data, databaseUrl, SandboxKeys.fetch(sandbox(), data), Map.of()));
    settings.putAll(further);
    for (Module module : Module.values()) {
      String name = module.toString();
      processes.put(name, process(name, name, settings, ports.of(module)));
    }
    for (int node = 2; node <= coordinators; node++) {
      int port = ports.base() + FIRST_FURTHER_OFFSET + node - 2;
      var own = new LinkedHashMap<>(settings);
      own.put("COORDINATOR_AGENT_PORT", String.valueOf(port));
      String module = Module.COORDINATOR_AGENT.toString();
      processes.put(module + "-" + node, process(module + "-" + node, module, own, port));
    }
    processes.values().forEach(OwnProcess::launch);
    processes.values().forEach(OwnProcess::awaitReady);
  }

  /// Kills the outside world without warning.
  public void killSandbox() {
    sandbox.kill();
  }

  /// SIGKILL of PostgreSQL's postmaster; waits until its children have noticed.
  public void killDatabase() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> children = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    Stream.concat(Stream.of(postmaster), children.stream())
        .map(ProcessHandle::onExit)
        .forEach(CompletableFuture::join);
  }

  /// Starts PostgreSQL again on the same directory and port.
  public void restartDatabase() {
    database.close();
    database = Database.start(data, ports.database());
  }

  /// Whatever was done to the processes, they run again.
  public void restore() {
    processes.values().forEach(OwnProcess::restore);
  }

  /// A connection as its owner, past every application.
  public Connection connection() throws SQLException {
    return DriverManager.getConnection(databaseUrl, "postgres", data.databasePassword());
  }

  /// To the coordinators, for their users.
  public Access access() {
    return access;
  }

  public String webhookSecret() {
    return data.webhookSecret();
  }

  /// Whether every application still accepts connections.
  public boolean allAnswer() {
    return processes.values().stream().allMatch(OwnProcess::listens);
  }

  private ProcessHandle postmaster() {
    try {
      Path file = data.database().resolve("postmaster.pid");
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OwnProcess process(
      String name, String module, Map<String, String> settings, int port, String... arguments)
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
    Path log = data.log().resolveSibling(name + ".log");
    return new OwnProcess(name, command, settings, log, port);
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

  @Override
  public void close() {
    List<OwnProcess> all =
        Stream.concat(processes.values().stream(), Stream.ofNullable(sandbox)).toList();
    all.forEach(OwnProcess::stop);
    all.forEach(OwnProcess::awaitStopped);
    if (identity != null) {
      identity.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
