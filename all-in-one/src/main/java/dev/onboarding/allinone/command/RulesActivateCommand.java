package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Puts a rule set in force on every node.
@Command(
    name = "activate",
    mixinStandardHelpOptions = true,
    description = "Let new runs be judged by this rule set, on every node.")
final class RulesActivateCommand extends ProofCommand {

  @Mixin private final Because because = new Because();

  @Parameters(paramLabel = "DIGEST", description = "Its digest, or the beginning of it.")
  private String digest = "";

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide("rules", digest, "activate", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
