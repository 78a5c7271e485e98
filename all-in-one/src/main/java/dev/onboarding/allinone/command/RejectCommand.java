package dev.onboarding.allinone.command;

import picocli.CommandLine.Command;

/// Ends an escalated run.
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    description = "Reject a run that waits for a person.")
final class RejectCommand extends AnswerCommand {

  @Override
  String decision() {
    return "REJECT";
  }
}
