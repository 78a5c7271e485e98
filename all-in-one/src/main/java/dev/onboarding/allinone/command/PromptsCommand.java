package dev.onboarding.allinone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns the prompts that models are asked by.
@Command(
    name = "prompts",
    mixinStandardHelpOptions = true,
    description = "Look after the prompts that models are asked by.",
    subcommands = {
      DocumentsListCommand.class,
      DocumentsAddCommand.class,
      DocumentsShadowCommand.class,
      DocumentsEndShadowCommand.class,
      DocumentsActivateCommand.class,
      DocumentsReturnCommand.class
    })
final class PromptsCommand implements Runnable, Governed {

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
