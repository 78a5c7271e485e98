package dev.onboarding.allinone.command;

import dev.onboarding.edge.EdgeJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How two sides answered about the same decisions, counted by side and task.
final class AdviceComparison {

  private final Side one;
  private final Side other;
  private final List<Entry> entries = new ArrayList<>();

  /// @param one `MODEL` or `MODEL@DIGEST`
  AdviceComparison(String one, String other) {
    this.one = Side.of("a", one);
    this.other = Side.of("b", other);
  }

  /// Who is asked.
  ///
  /// @param prompts digest; empty for those in force
  record Side(String name, String model, String prompts) {

    static Side of(String name, String written) {
      int at = written.indexOf('@');
      return at < 0
          ? new Side(name, written, "")
          : new Side(name, written.substring(0, at), written.substring(at + 1));
    }

    String shown() {
      return "%s %s%s".formatted(name, model, prompts.isEmpty() ? "" : "@" + prompts);
    }
  }

  private record Entry(Side side, JsonNode result) {

    boolean isOf(Side wanted, String task) {
      return side.equals(wanted) && result.path("task").asString().equals(task);
    }
  }

  List<Side> sides() {
    return List.of(one, other);
  }

  /// @param answer of one run's trial
  void add(Side side, JsonNode answer) {
    answer.path("results").forEach(result -> entries.add(new Entry(side, result)));
  }

  /// One row for each side and task.
  JsonNode document() {
    var document = EdgeJson.mapper().createObjectNode();
    var rows = document.putArray("rows");
    for (var task : tasks()) {
      sides().forEach(side -> rows.add(row(side, task)));
    }
    return document;
  }

  private Set<String> tasks() {
    var tasks = new LinkedHashSet<String>();
    entries.forEach(entry -> tasks.add(entry.result().path("task").asString()));
    return tasks;
  }

  private ObjectNode row(Side side, String task) {
    var results = of(side, task).toList();
    var row = EdgeJson.mapper().createObjectNode();
    row.put("side", side.shown()).put("task", task).put("asked", String.valueOf(results.size()));
    Stream.of("fits", "agrees", "grounded").forEach(field -> row.put(field, share(results, field)));
    row.put("cost_usd", cost(results).toPlainString());
    row.put("median_ms", String.valueOf(median(results)));
    return row;
  }

  private Stream<JsonNode> of(Side side, String task) {
    return entries.stream().filter(each -> each.isOf(side, task)).map(Entry::result);
  }

  /// Of those of which it can be told, such as `9/10`.
  private static String share(List<JsonNode> results, String field) {
    var told = results.stream().map(each -> each.path(field)).filter(JsonNode::isBoolean).toList();
    return told.stream().filter(JsonNode::booleanValue).count() + "/" + told.size();
  }

  private static BigDecimal cost(List<JsonNode> results) {
    return results.stream()
        .map(each -> each.path("cost_usd").decimalValue(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }

  private static long median(List<JsonNode> results) {
    var sorted =
        results.stream()
            .map(each -> Duration.parse(each.path("latency").asString("PT0S")).toMillis())
            .sorted()
            .toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
