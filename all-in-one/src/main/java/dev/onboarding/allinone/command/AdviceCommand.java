package dev.onboarding.allinone.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns advice from models; only its subcommands do something.
@Command(
    name = "advice",
    mixinStandardHelpOptions = true,
    description = "Look after the advice that models give.",
    subcommands = {AdviceCompareCommand.class})
final class AdviceCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name what to do with the advice.");
  }
}
