package dev.onboarding.allinone.bench;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.Ports;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole system in a process of its own, started as `onboarding up` starts it.
final class SystemProcess implements AutoCloseable {

  private static final int NODE_OFFSET = 4;

  private final OwnProcess process;
  private final Ports ports;
  private final DataDirectory data;
  private final Map<String, String> environment;
  private final Duration readyAfter;

  private SystemProcess(
      OwnProcess process,
      Ports ports,
      DataDirectory data,
      Map<String, String> environment,
      Duration readyAfter) {
    this.process = process;
    this.ports = ports;
    this.data = data;
    this.environment = environment;
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
    Instant started = clock.instant();
    var process = OwnProcess.ready(environment, flags, command("up", ports, data));
    return new SystemProcess(
        process, ports, data, environment, Duration.between(started, clock.instant()));
  }

  /// One more coordinator on this system's database.
  OwnProcess startNode() throws IOException {
    var port = List.of("--port", String.valueOf(ports.base() + NODE_OFFSET));
    var command = Stream.concat(command("node", ports, data).stream(), port.stream()).toList();
    return OwnProcess.ready(environment, List.of(), command);
  }

  private static List<String> command(String name, Ports ports, DataDirectory data) {
    return List.of(
        name, "--port-base", String.valueOf(ports.base()), "--data", data.root().toString());
  }

  Ports ports() {
    return ports;
  }

  Duration readyAfter() {
    return readyAfter;
  }

  /// The system's own process, its database's, and all their descendants.
  Set<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.handle()), data.databaseProcess().stream())
        .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
        .collect(Collectors.toSet());
  }

  /// Used by the system and its database so far.
  Duration processorTime() {
    return Processor.used(processes());
  }

  String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/postgres";
  }

  /// How the command shows itself to the servers of the system.
  ClientProperties client() {
    return LocalAccess.client(ports, data);
  }

  LocalAccess access() {
    return LocalAccess.to(ports, data);
  }

  URI coordinator() {
    return URI.create("http://127.0.0.1:" + ports.base());
  }

  URI sandbox() {
    return URI.create("http://127.0.0.1:" + ports.sandbox());
  }

  @Override
  public void close() {
    process.close();
  }
}
