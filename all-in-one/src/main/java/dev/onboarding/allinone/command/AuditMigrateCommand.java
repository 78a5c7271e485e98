package dev.onboarding.allinone.command;

import dev.onboarding.edge.audit.AuditSchema;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Brings the schema of the trail up to date as its owner, and says who may use it.
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Bring the schema audit up to date, as its owner, and grant its use.")
final class AuditMigrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final TrailOptions trail = new TrailOptions();

  @Option(
      names = "--serves",
      paramLabel = "ROLE",
      description = "Role of the servers: it appends and reads, and neither changes nor removes.")
  private List<String> serves = List.of();

  @Option(
      names = "--reads",
      paramLabel = "ROLE",
      description = "Role of an auditor: it reads, and notes that it has.")
  private List<String> reads = List.of();

  @Override
  public Integer call() throws IOException {
    var source = trail.source(system);
    if (!trail.isNamed()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "Name the database and its owner: --database, --user, --password-file. The database of 'onboarding up' is brought up to date when it starts.");
    }
    var version = AuditSchema.migrated(source).info().current().getVersion();
    serves.forEach(role -> AuditSchema.letServe(source, role));
    reads.forEach(role -> AuditSchema.letRead(source, role));
    system.console().say("audit is at version " + version);
    return 0;
  }
}
