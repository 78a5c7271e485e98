package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import dev.onboarding.allinone.client.RunView;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows one run.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show how a run stands, what was decided and why it waits.")
final class ShowCommand extends OperatorCommand {

  @Parameters(paramLabel = "RUN", description = "Id of the run.")
  private String run = "";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.run(run);
  }

  @Override
  void show(JsonNode answer, Console console) {
    var view = new RunView(answer);
    console.say(
        "%s  %s  %s  %s".formatted(view.id(), view.account(), view.verdict(), view.state()));
    view.sentences().forEach(sentence -> console.say("  " + sentence));
    JsonNode failure = answer.path("failure");
    if (failure.isObject()) {
      console.say("  %s: %s".formatted(text(failure, "error_code"), text(failure, "message")));
      console.say("  " + text(failure, "resolution"));
    }
    console.table(List.of("AT", "STATE", "WHY"), rows(answer, "history", "at", "state", "why"));
    console.table(
        List.of("ATTEMPT", "STEP", "TRIES", "BEGUN", "ENDED"),
        rows(answer, "steps", "attempt", "step", "tries", "intent_at", "outcome_at"));
    console.table(
        List.of("EFFECT", "TO", "SUBJECT", "DONE"),
        rows(answer, "effects", "kind", "target", "subject", "outcome_at"));
  }

  private static List<List<String>> rows(JsonNode answer, String list, String... fields) {
    return answer
        .path(list)
        .valueStream()
        .map(row -> Stream.of(fields).map(field -> row.path(field).asString("")).toList())
        .toList();
  }
}
