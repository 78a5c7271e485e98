package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// Puts the rule set in force that was before.
@Command(
    name = "return",
    mixinStandardHelpOptions = true,
    description = "Let new runs be judged by the rule set that was in force before.")
final class RulesReturnCommand extends ProofCommand {

  @Mixin private final Because because = new Because();

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide("rules", "return", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
