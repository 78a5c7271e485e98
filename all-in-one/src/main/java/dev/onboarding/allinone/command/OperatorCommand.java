package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Api.ApiException;
import dev.onboarding.allinone.client.Operator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/// What somebody asks of a running system who looks after it: the answer is printed for people, or
/// with `--json` as it came; a refusal is printed as the system put it, with exit status 1.
abstract class OperatorCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  /// Asks the system.
  abstract JsonNode ask(Operator operator, Console console);

  /// Prints the answer for people.
  abstract void show(JsonNode answer, Console console);

  @Override
  public final Integer call() {
    Console console = system.console();
    Attached.coordinator(system);
    try {
      JsonNode answer = ask(system.operator(), console);
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
}
