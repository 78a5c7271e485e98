package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Shows what is left of the limits of external systems, or what one run has cost there.
@Command(
    name = "budget",
    mixinStandardHelpOptions = true,
    description =
        "Show what is left of the limits of external systems and when they will be used up, or with"
            + " --run what one run has cost.")
final class BudgetCommand extends OperatorCommand {

  @Option(names = "--run", paramLabel = "ID", description = "The run whose cost is shown.")
  private String run = "";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return run.isEmpty() ? operator.budget() : operator.costs(run);
  }

  @Override
  void show(JsonNode answer, Console console) {
    if (run.isEmpty()) {
      limits(answer, console);
    } else {
      costs(answer, console);
    }
  }

  private static void limits(JsonNode answer, Console console) {
    console.table(
        List.of("SYSTEM", "ALLOCATION", "USED", "OF", "FOR PEOPLE", "PER HOUR", "USED UP", "ANEW"),
        answer.path("allocations").valueStream().map(BudgetCommand::allocation).toList());
    console.table(
        List.of("SYSTEM", "CALLS AT ONCE", "TAKEN", "NODES WAITING"),
        answer.path("pools").valueStream().map(BudgetCommand::pool).toList());
  }

  private static List<String> allocation(JsonNode each) {
    return List.of(
        text(each, "system"),
        text(each, "allocation"),
        number(each, "used"),
        number(each, "allowed"),
        number(each, "kept"),
        each.path("per_hour").asString("-"),
        each.path("used_up_at").asString("not at this pace"),
        each.path("resets_at").asString("-"));
  }

  private static List<String> pool(JsonNode each) {
    return List.of(
        text(each, "system"),
        number(each, "permits"),
        number(each, "taken"),
        number(each, "waiting"));
  }

  private static void costs(JsonNode answer, Console console) {
    console.table(
        List.of("SYSTEM", "CLASS", "CALLS", "SENT", "RECEIVED", "MILLIS", "SHARE OF QUOTA"),
        answer.path("costs").valueStream().map(BudgetCommand::cost).toList());
    console.say("%,d calls".formatted(answer.path("calls").asLong()));
  }

  private static List<String> cost(JsonNode each) {
    return List.of(
        text(each, "system"),
        text(each, "operation_class"),
        number(each, "calls"),
        number(each, "bytes_out"),
        number(each, "bytes_in"),
        number(each, "millis"),
        each.path("share_of_quota").asString("-"));
  }

  private static String number(JsonNode node, String field) {
    return "%,d".formatted(node.path(field).asLong());
  }
}
