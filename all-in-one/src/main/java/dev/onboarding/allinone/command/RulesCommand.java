package dev.onboarding.allinone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns rule sets.
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Look after the rules that decide.",
    subcommands = {
      RulesCheckCommand.class,
      DocumentsListCommand.class,
      DocumentsAddCommand.class,
      DocumentsShadowCommand.class,
      DocumentsEndShadowCommand.class,
      DocumentsActivateCommand.class,
      DocumentsReturnCommand.class
    })
final class RulesCommand implements Runnable, Governed {

  @Spec private CommandSpec spec;

  @Override
  public String kind() {
    return spec.name();
  }

  @Override
  public void run() {
    Governed.refuse(spec);
  }
}
