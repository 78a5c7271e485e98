package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Api.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Computes recorded decisions again: one, all, or all under another rule set.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Compute recorded decisions again, and say where they differ.")
final class ReplayCommand implements Callable<Integer> {

  private static final int SHOWN = 40;

  @Mixin private final SystemOptions system = new SystemOptions();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only runs that were created since then, such as 2026-03-31.")
  private String since = "";

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "With --rules: write the comparison as a page too.")
  private @Nullable Path page;

  /// What is replayed; exactly one.
  static final class What {

    @Parameters(paramLabel = "RUN", description = "Id of the run.")
    private String run = "";

    @Option(names = "--all", description = "Everything that is stored.")
    private boolean all;

    @Option(
        names = "--rules",
        paramLabel = "FILE",
        description = "Everything, under this rule set: what would be decided otherwise.")
    private @Nullable Path rules;
  }

  /// @return 0 when every decision is proven, or a comparison was made; else 1
  @Override
  public Integer call() throws IOException {
    var console = system.console();
    Attached.coordinator(system);
    try {
      if (what.rules != null) {
        return compare(console, what.rules);
      }
      return what.all ? all(console) : one(console);
    } catch (ApiException refused) {
      console.complain(String.valueOf(refused.getMessage()));
      return 1;
    }
  }

  private int one(Console console) {
    var replayed = system.proofs().replay(what.run);
    if (system.json()) {
      console.document(replayed);
    } else {
      show(console, replayed);
    }
    return text(replayed, "result").equals("EQUAL") ? 0 : 1;
  }

  private int all(Console console) {
    var told = new ArrayList<JsonNode>();
    var summary =
        system
            .proofs()
            .replayAll(
                since,
                replayed -> {
                  if (system.json()) {
                    told.add(replayed);
                  } else {
                    show(console, replayed);
                  }
                });
    if (system.json()) {
      console.document(new All(told, summary));
    } else {
      console.say("%,d runs: %s".formatted(summary.path("runs").asLong(), counts(summary)));
    }
    var results = summary.path("results");
    boolean holds = results.path("NOT_TRUSTED").asLong() + results.path("DIFFERENT").asLong() == 0;
    return holds ? 0 : 1;
  }

  private record All(List<JsonNode> runs, JsonNode summary) {}

  private static String counts(JsonNode summary) {
    return summary.path("results").properties().stream()
        .map(each -> "%,d %s".formatted(each.getValue().asLong(), words(each.getKey())))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String words(String result) {
    return result.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void show(Console console, JsonNode replayed) {
    console.say(
        "%s  %s  %s  %s"
            .formatted(
                text(replayed, "run_id"),
                text(replayed, "account"),
                text(replayed, "verdict"),
                words(text(replayed, "result"))));
    replayed.path("problems").forEach(problem -> console.say("  " + text(problem, "says")));
    if (replayed.path("problems").isEmpty()) {
      console.say(
          "  %d entries, head %s%s"
              .formatted(
                  replayed.path("entries").asInt(),
                  text(replayed, "head"),
                  replayed.path("erased").asBoolean() ? "; personal data was erased" : ""));
    }
  }

  private int compare(Console console, Path file) throws IOException {
    var proofs = system.proofs();
    var stored =
        proofs.add(
            "rules", file.toString(), Files.readString(file), System.getProperty("user.name"));
    var digest = text(stored, "digest");
    var comparison = proofs.comparison(digest, since);
    if (page != null) {
      Files.writeString(page, proofs.comparisonPage(digest, since), StandardCharsets.UTF_8);
    }
    if (system.json()) {
      console.document(comparison);
    } else {
      showComparison(console, comparison);
    }
    return 0;
  }

  private static void showComparison(Console console, JsonNode all) {
    console.say(
        "%,d decisions under rule set %s: %,d otherwise, %,d the same by other rows, %,d the same"
            .formatted(
                all.path("compared").asInt(),
                text(all.path("candidate"), "version"),
                all.path("otherwise").asInt(),
                all.path("other_rows").asInt(),
                all.path("equal").asInt()));
    all.path("transitions")
        .forEach(way ->
            console.say(
                "  %s→%s: %d"
                    .formatted(text(way, "from"), text(way, "to"), way.path("runs").asInt())));
    console.table(
        List.of("ROW", "FIRES", "SILENT", "OTHERWISE"),
        rows(all, "rows", "rule", "fires", "silent", "otherwise"));
    var runs = rows(all, "runs", "account", "from", "to", "fires", "silent", "run_id");
    console.table(
        List.of("ACCOUNT", "WAS", "WOULD BE", "FIRES", "SILENT", "RUN"),
        runs.subList(0, Math.min(SHOWN, runs.size())));
    int more = runs.size() - SHOWN + all.path("left_off").asInt();
    if (more > 0) {
      console.say("%,d more; --json or --page has them".formatted(more));
    }
  }

  private static List<List<String>> rows(JsonNode all, String list, String... fields) {
    return all.path(list)
        .valueStream()
        .map(row -> Arrays.stream(fields).map(field -> cell(row.path(field))).toList())
        .toList();
  }

  private static String cell(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).sorted().collect(Collectors.joining(", "))
        : value.asString("");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
