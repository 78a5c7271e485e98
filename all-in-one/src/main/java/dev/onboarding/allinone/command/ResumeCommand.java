package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Lets a parked run go on.
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Let a parked run go on from its last recorded outcome.")
final class ResumeCommand extends OperatorCommand {

  @Mixin private final Because because = new Because();

  @Parameters(paramLabel = "RUN", description = "Id of the run.")
  private String run = "";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.order(run, "resume", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.say("%s  %s".formatted(text(answer, "run_id"), text(answer, "state")));
  }
}
