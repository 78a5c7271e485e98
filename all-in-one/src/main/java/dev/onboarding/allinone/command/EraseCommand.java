package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Has a customer's personal data erased.
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = "Erase the personal data of an account from everything that is kept.")
final class EraseCommand extends OperatorCommand {

  @Mixin private final Because because = new Because();

  @Parameters(paramLabel = "ACCOUNT", description = "External key, or Salesforce id.")
  private String account = "";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.erase(account, because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.say(
        "%s  %s  %s"
            .formatted(text(answer, "erasure_id"), text(answer, "account"), text(answer, "state")));
  }
}
