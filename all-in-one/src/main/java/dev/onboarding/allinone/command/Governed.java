package dev.onboarding.allinone.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// One kind of documents that people put in force; only its subcommands do something.
interface Governed {

  /// As addresses name it: `rules`, `prompts` or `checklist`.
  String kind();

  /// Says what there is to do, and that nothing was done.
  static void refuse(CommandSpec spec) {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Name what to do with the %s.".formatted(spec.name()));
  }
}
