package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Lists the systems that runs need.
@Command(
    name = "upstreams",
    mixinStandardHelpOptions = true,
    description = "List the systems that runs need, which are paused and what waits for them.")
final class UpstreamsCommand extends OperatorCommand {

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.upstreams();
  }

  @Override
  void show(JsonNode answer, Console console) {
    List<List<String>> rows =
        answer.path("upstreams").valueStream().map(UpstreamsCommand::row).toList();
    console.table(List.of("UPSTREAM", "PAUSED", "WAITING", "SINCE", "BY", "WHY"), rows);
  }

  private static List<String> row(JsonNode upstream) {
    return List.of(
        text(upstream, "name"),
        upstream.path("paused").asBoolean(false) ? "yes" : "no",
        String.valueOf(upstream.path("waiting").asLong(0)),
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
