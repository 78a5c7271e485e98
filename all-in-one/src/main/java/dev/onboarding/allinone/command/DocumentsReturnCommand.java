package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Puts the document in force that was before.
@Command(
    name = "return",
    mixinStandardHelpOptions = true,
    description = "Let new runs go by the one that was in force before.")
final class DocumentsReturnCommand extends ProofCommand {

  @ParentCommand private Governed of = () -> "";

  @Mixin private final Because because = new Because();

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide(of.kind(), "return", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
