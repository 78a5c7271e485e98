package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Keeps runs from calling a system.
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = "Call a system no more until it is released; its runs wait.")
final class PauseCommand extends OperatorCommand {

  @Mixin private final Because because = new Because();

  @Parameters(
      paramLabel = "UPSTREAM",
      description = "salesforce, netsuite, docusign, provisioner, slack or mail.")
  private String upstream = "";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.pause(upstream, because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.say(UpstreamsCommand.line(answer));
  }
}
