package dev.onboarding.allinone.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns cases; only its subcommands do something.
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    description = "Look after cases that the build tries against the rules.",
    subcommands = {CaseKeepCommand.class})
final class CaseCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do with a case.");
  }
}
