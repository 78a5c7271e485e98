package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Api.ApiException;
import dev.onboarding.allinone.client.Proofs;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// What somebody asks of a running system about its rule sets: the answer is printed for people, or
/// with `--json` as it came; a refusal is printed as the system put it, with exit status 1.
abstract class ProofCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  /// Asks the system.
  abstract JsonNode ask(Proofs proofs) throws IOException;

  /// Prints the answer for people.
  abstract void show(JsonNode answer, Console console);

  @Override
  public final Integer call() throws IOException {
    Console console = system.console();
    Attached.coordinator(system);
    try {
      JsonNode answer = ask(system.proofs());
      if (system.json()) {
        console.document(answer);
      } else {
        show(answer, console);
      }
      return 0;
    } catch (ApiException refused) {
      console.complain(String.valueOf(refused.getMessage()));
      return 1;
    }
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  /// What was decided, in one line.
  static void act(JsonNode answer, Console console) {
    JsonNode act = answer.path("act");
    console.say(
        "%s %s by %s%s"
            .formatted(
                text(act, "act"),
                act.hasNonNull("digest") ? text(act, "digest") : "to none",
                text(act, "person"),
                answer.path("repeated").asBoolean() ? ", as before" : ""));
  }
}
