package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Proofs;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/// Lists documents of a kind, and who put which in force.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List them, and who put which in force.")
final class DocumentsListCommand extends ProofCommand {

  @ParentCommand private Governed of = () -> "";

  @Override
  JsonNode ask(Proofs proofs) {
    return proofs.documents(of.kind());
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.table(
        List.of("DIGEST", "VERSION", "", "ADDED BY", "AT"),
        rows(answer, "documents", "digest", "version", "standing", "stored_by", "stored_at"));
    console.table(
        List.of("ACT", "DIGEST", "INSTEAD OF", "BY", "WHY", "AT"),
        rows(answer, "acts", "act", "digest", "from", "person", "reason", "at"));
  }

  private static List<List<String>> rows(JsonNode answer, String list, String... fields) {
    return answer
        .path(list)
        .valueStream()
        .map(row -> List.of(fields).stream().map(field -> cell(row, field)).toList())
        .toList();
  }

  private static String cell(JsonNode row, String field) {
    String text = text(row, field);
    boolean digest = field.equals("digest") || field.equals("from");
    return digest && text.length() > 16 ? text.substring(0, 16) : text;
  }
}
