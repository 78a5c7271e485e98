package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Access;
import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.Operator;
import dev.onboarding.allinone.client.Proofs;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.Ports;
import dev.onboarding.allinone.system.RunningSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Where a system runs and where it keeps its data; shared by all subcommands.
final class SystemOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + Ports.DEFAULT_BASE,
      description = "Port of the coordinator; all others follow it (default: ${DEFAULT-VALUE}).")
  private int portBase = Ports.DEFAULT_BASE;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Database, keys, reports and log (default: ./${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--json",
      description = "Print one JSON document on standard output; progress goes to standard error.")
  private boolean json;

  Ports ports() {
    return new Ports(portBase);
  }

  DataDirectory data() {
    return new DataDirectory(data);
  }

  Console console() {
    var line = command.commandLine();
    return new Console(line.getOut(), line.getErr(), json);
  }

  boolean json() {
    return json;
  }

  /// The coordinator that runs on these ports, or would run there.
  Coordinator coordinator() {
    Logs.into(data().log());
    return coordinator(access());
  }

  /// The same for somebody who logs in.
  Coordinator coordinator(Access access) {
    return new Coordinator(address(), Clock.systemUTC(), access);
  }

  /// The same for those who look after it.
  Operator operator() {
    return Operator.at(address(), Clock.systemUTC(), access());
  }

  /// The same for those who prove decisions and put rule sets in force.
  Proofs proofs() {
    return Proofs.at(address(), access());
  }

  /// The command's own access to the system of the data directory.
  LocalAccess access() {
    return LocalAccess.to(ports(), data());
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + ports().base());
  }

  URI sandbox() {
    return URI.create("http://127.0.0.1:" + ports().sandbox());
  }

  /// Starts the system; its log goes to the data directory.
  RunningSystem start(Consumer<String> progress) {
    Logs.into(data().log());
    return RunningSystem.start(ports(), data(), progress);
  }
}
