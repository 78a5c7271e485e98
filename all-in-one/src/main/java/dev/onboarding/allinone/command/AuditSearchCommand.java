package dev.onboarding.allinone.command;

import dev.onboarding.edge.auditor.ReadTrail;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Shows entries of the trail, for people or as one JSON document.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Find calls by run, tool, caller, account, time and outcome.")
final class AuditSearchCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final TrailOptions trail = new TrailOptions();

  @Mixin private final TrailFilters filters = new TrailFilters();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "200",
      description = "Show the newest N of what is found (default: ${DEFAULT-VALUE}).")
  private int limit = 200;

  /// @return 0 when something is found, 1 when nothing is
  @Override
  public Integer call() throws IOException {
    var console = system.console();
    var newest = new ArrayDeque<JsonNode>();
    long all =
        new ReadTrail(trail.source(system), trail.by(), Clock.systemUTC())
            .each(
                "audit search",
                filters.query(),
                found -> {
                  newest.add(found.json());
                  if (newest.size() > limit) {
                    newest.remove();
                  }
                });
    if (system.json()) {
      console.document(new Answer(all, new ArrayList<>(newest)));
    } else {
      console.table(
          List.of("AT", "SERVER", "NUMBER", "TOOL", "OUTCOME", "CALLER", "MS", "CALLS", "RUN"),
          newest.stream().map(AuditSearchCommand::row).toList());
      console.say("%,d of %,d".formatted(newest.size(), all));
    }
    return all > 0 ? 0 : 1;
  }

  private record Answer(long found, List<JsonNode> entries) {}

  private static List<String> row(JsonNode entry) {
    return List.of(
        text(entry, "at"),
        text(entry, "server"),
        text(entry, "number"),
        text(entry, "tool"),
        outcome(entry),
        caller(entry),
        entry.has("micros") ? "" + Math.ceilDiv(entry.path("micros").asLong(), 1_000L) : "",
        text(entry, "upstream_calls"),
        text(entry, "run"));
  }

  private static String outcome(JsonNode entry) {
    if (text(entry, "kind").equals("intent")) {
      return "pending";
    }
    String code = text(entry, "error_code");
    String resolved = text(entry, "resolved");
    return text(entry, "outcome")
        + (code.isEmpty() ? "" : " " + code)
        + (resolved.isEmpty() ? "" : ", later " + resolved);
  }

  private static String caller(JsonNode entry) {
    for (var field : List.of("subject", "client", "caller")) {
      if (entry.has(field)) {
        return text(entry, field);
      }
    }
    return "";
  }

  private static String text(JsonNode entry, String field) {
    return entry.path(field).asString("");
  }
}
