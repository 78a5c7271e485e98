package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Lets no document be tried in the shadow any more.
@Command(
    name = "end-shadow",
    mixinStandardHelpOptions = true,
    description = "Try none beside the one in force any more.")
final class DocumentsEndShadowCommand extends ProofCommand {

  @ParentCommand private Governed of = () -> "";

  @Mixin private final Because because = new Because();

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide(of.kind(), "end-shadow", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
