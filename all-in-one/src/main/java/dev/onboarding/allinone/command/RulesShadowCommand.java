package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Lets a rule set decide beside the one in force, without effect.
@Command(
    name = "shadow",
    mixinStandardHelpOptions = true,
    description =
        "Let this rule set decide beside the one in force; nothing follows from what it says.")
final class RulesShadowCommand extends ProofCommand {

  @Mixin private final Because because = new Because();

  @Parameters(paramLabel = "DIGEST", description = "Its digest, or the beginning of it.")
  private String digest = "";

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide("rules", digest, "shadow", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
