package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// Lets no rule set decide in the shadow any more.
@Command(
    name = "end-shadow",
    mixinStandardHelpOptions = true,
    description = "Let no rule set decide beside the one in force any more.")
final class RulesEndShadowCommand extends ProofCommand {

  @Mixin private final Because because = new Because();

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide("rules", "end-shadow", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
