package dev.onboarding.allinone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns the template of the onboarding checklist.
@Command(
    name = "checklist",
    mixinStandardHelpOptions = true,
    description = "Look after the template that new checklists are made from.",
    subcommands = {
      DocumentsListCommand.class,
      DocumentsAddCommand.class,
      DocumentsShadowCommand.class,
      DocumentsEndShadowCommand.class,
      DocumentsActivateCommand.class,
      DocumentsReturnCommand.class
    })
final class ChecklistCommand implements Runnable, Governed {

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
