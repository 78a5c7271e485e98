package dev.onboarding.allinone.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns rule sets; only its subcommands do something.
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Look after the rules that decide.",
    subcommands = {RulesCheckCommand.class})
final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do with the rules.");
  }
}
