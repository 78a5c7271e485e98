package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Takes a node out of service.
@Command(
    name = "drain",
    mixinStandardHelpOptions = true,
    description =
        "Take the node out of service: it finishes what it has in hand and takes nothing new.")
final class DrainCommand extends OperatorCommand {

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.node("drain");
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
