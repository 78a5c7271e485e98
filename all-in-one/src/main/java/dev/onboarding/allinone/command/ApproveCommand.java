package dev.onboarding.allinone.command;

import picocli.CommandLine.Command;

/// Lets an escalated run go on.
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Approve a run that waits for a person.")
final class ApproveCommand extends AnswerCommand {

  @Override
  String decision() {
    return "APPROVE";
  }
}
