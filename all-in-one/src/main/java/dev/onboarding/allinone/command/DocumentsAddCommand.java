package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Adds a document, which changes nothing yet.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Add one: it is checked whole and kept, and is not in force yet.")
final class DocumentsAddCommand extends ProofCommand {

  @ParentCommand private Governed of = () -> "";

  @Parameters(paramLabel = "FILE", description = "The file with it.")
  private Path file = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who adds it (default: the user of this machine, ${DEFAULT-VALUE}).")
  private String by = "";

  @Override
  JsonNode ask(Proofs proofs) throws IOException {
    return proofs.add(of.kind(), file.getFileName().toString(), Files.readString(file), by);
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.say("%s  version %s".formatted(text(answer, "digest"), text(answer, "version")));
  }
}
