package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Lets a document be tried beside the one in force, without effect.
@Command(
    name = "shadow",
    mixinStandardHelpOptions = true,
    description = "Try this one beside the one in force; nothing follows from what it says.")
final class DocumentsShadowCommand extends ProofCommand {

  @ParentCommand private Governed of = () -> "";

  @Mixin private final Because because = new Because();

  @Parameters(paramLabel = "DIGEST", description = "Its digest, or the beginning of it.")
  private String digest = "";

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide(of.kind(), digest, "shadow", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
