package dev.onboarding.allinone.command;

import picocli.CommandLine.Model.CommandSpec;

/// Makes the console of a command from how it was called.
final class Consoles {

  private Consoles() {}

  static Console of(CommandSpec spec, SystemOptions system) {
    return new Console(
        spec.commandLine().getOut(), spec.commandLine().getErr(), system.json());
  }
}
