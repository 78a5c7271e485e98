package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Lists the systems that runs need.
@Command(
    name = "upstreams",
    mixinStandardHelpOptions = true,
    description =
        "List the systems that runs need, which are paused, what waits for them and which breakers"
            + " keep from calling them.")
final class UpstreamsCommand extends OperatorCommand {

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.upstreams();
  }

  @Override
  void show(JsonNode answer, Console console) {
    List<List<String>> rows =
        answer.path("upstreams").valueStream().map(upstream -> row(answer, upstream)).toList();
    console.table(List.of("UPSTREAM", "PAUSED", "WAITING", "BREAKERS", "SINCE", "BY", "WHY"), rows);
  }

  /// Those that are not closed, each with its node; `-` where no node has one.
  private static String breakers(JsonNode answer, String upstream) {
    List<JsonNode> all =
        answer
            .path("breakers")
            .valueStream()
            .filter(breaker -> text(breaker, "system").equals(upstream))
            .toList();
    String open =
        all.stream()
            .filter(breaker -> !text(breaker, "state").equals("closed"))
            .map(breaker ->
                "%s %s on %s"
                    .formatted(
                        text(breaker, "operation_class"),
                        text(breaker, "state"),
                        text(breaker, "node")))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "-" : open.isEmpty() ? "closed" : open;
  }

  private static List<String> row(JsonNode answer, JsonNode upstream) {
    return List.of(
        text(upstream, "name"),
        upstream.path("paused").asBoolean(false) ? "yes" : "no",
        String.valueOf(upstream.path("waiting").asLong(0)),
        breakers(answer, text(upstream, "name")),
        text(upstream, "since"),
        text(upstream, "by"),
        text(upstream, "reason"));
  }

  /// One of them in a line.
  static String line(JsonNode upstream) {
    return upstream.path("paused").asBoolean(false)
        ? "%s is paused; runs that need it wait".formatted(text(upstream, "name"))
        : "%s is not paused".formatted(text(upstream, "name"));
  }
}
