package dev.onboarding.allinone.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns the audit trail; only its subcommands do something.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Read the trail of every call of a tool, and check that it is whole.",
    subcommands = {
      AuditVerifyCommand.class,
      AuditSearchCommand.class,
      AuditExportCommand.class,
      AuditPruneCommand.class,
      AuditMigrateCommand.class
    })
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name what to do with the audit trail.");
  }
}
