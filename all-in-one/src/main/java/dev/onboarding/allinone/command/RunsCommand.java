package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Lists runs.
@Command(name = "runs", mixinStandardHelpOptions = true, description = "List runs, newest first.")
final class RunsCommand extends OperatorCommand {

  @Option(names = "--state", description = "Only those in this state, such as PARKED.")
  private String state = "";

  @Option(names = "--account", description = "Only those of this account.")
  private String account = "";

  @Option(names = "--size", defaultValue = "50", description = "At most so many, up to 200.")
  private String size = "50";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.runs(
        Map.of("state", state.toUpperCase(Locale.ROOT), "account", account, "size", size));
  }

  @Override
  void show(JsonNode answer, Console console) {
    List<List<String>> rows =
        answer
            .path("runs")
            .valueStream()
            .map(run ->
                List.of(
                    text(run, "run_id"),
                    text(run, "account"),
                    text(run, "verdict"),
                    text(run, "state"),
                    text(run, "updated_at")))
            .toList();
    console.table(List.of("RUN", "ACCOUNT", "DECISION", "STATE", "CHANGED"), rows);
  }
}
