package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Puts a node back into service.
@Command(
    name = "undrain",
    mixinStandardHelpOptions = true,
    description = "Put a drained node back into service.")
final class UndrainCommand extends OperatorCommand {

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.node("undrain");
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.say(
        "%s %s, %d in hand"
            .formatted(
                text(answer, "name"),
                answer.path("draining").asBoolean(false) ? "is drained" : "is in service",
                answer.path("in_hand").asInt(0)));
  }
}
