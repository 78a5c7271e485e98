package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Puts a document in force on every node.
@Command(
    name = "activate",
    mixinStandardHelpOptions = true,
    description = "Let new runs go by this one, on every node.")
final class DocumentsActivateCommand extends ProofCommand {

  @ParentCommand private Governed of = () -> "";

  @Mixin private final Because because = new Because();

  @Parameters(paramLabel = "DIGEST", description = "Its digest, or the beginning of it.")
  private String digest = "";

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.decide(of.kind(), digest, "activate", because.by(), because.reason());
  }

  @Override
  void show(JsonNode answer, Console console) {
    act(answer, console);
  }
}
