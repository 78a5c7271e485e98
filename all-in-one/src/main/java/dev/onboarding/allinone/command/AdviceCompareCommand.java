package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Asks two models, or one model by two sets of prompts, about the same stored decisions.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compare two models or two sets of prompts over decided runs; asking costs.",
      "Each side is MODEL or MODEL@DIGEST, where DIGEST names stored prompts, for example",
      "openai:gpt-4o-mini or bedrock@3fa9…; without a digest the prompts in force are used."
    })
final class AdviceCompareCommand extends OperatorCommand {

  @Option(names = "--a", required = true, description = "One side.")
  private String one = "";

  @Option(names = "--b", required = true, description = "The other side.")
  private String other = "";

  @Option(names = "--since", description = "Only runs created at or after this instant, ISO 8601.")
  private String since = "";

  @Option(names = "--limit", defaultValue = "20", description = "At most so many runs, up to 200.")
  private int limit = 20;

  @Override
  JsonNode ask(Operator operator, Console console) {
    var comparison = new AdviceComparison(one, other);
    operator
        .runs(Map.of("size", String.valueOf(limit)))
        .path("runs")
        .valueStream()
        .filter(run -> !text(run, "verdict").isEmpty())
        .filter(run -> since.isEmpty() || text(run, "created_at").compareTo(since) >= 0)
        .map(run -> text(run, "run_id"))
        .forEach(run ->
            comparison
                .sides()
                .forEach(side ->
                    comparison.add(side, operator.adviceTrial(run, side.model(), side.prompts()))));
    return comparison.document();
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.table(
        List.of("SIDE", "TASK", "ASKED", "SHAPE", "AGREES", "GROUNDED", "USD", "MEDIAN MS"),
        answer
            .path("rows")
            .valueStream()
            .map(row ->
                List.of(
                    text(row, "side"),
                    text(row, "task"),
                    text(row, "asked"),
                    text(row, "fits"),
                    text(row, "agrees"),
                    text(row, "grounded"),
                    text(row, "cost_usd"),
                    text(row, "median_ms")))
            .toList());
  }
}
