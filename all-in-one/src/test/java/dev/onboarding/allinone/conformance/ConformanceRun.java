package dev.onboarding.allinone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the conformance suite found on one server: the checks of every scenario that the revision
/// requires.
///
/// @param failures by scenario; a scenario that passed has an empty list
/// @param onTheWire scenarios whose messages were all held against the protocol's schemas
/// @param output what the suite printed
record ConformanceRun(
    Map<String, List<String>> failures, Set<String> onTheWire, int exit, String output) {

  static final String REVISION = "2025-11-25";

  /// `server-ping-2026-11-30T11-00-00-000Z`
  private static final Pattern FOLDER = Pattern.compile("server-(.+?)-\\d{4}-\\d\\d-\\d\\dT.*");

  /// @param more arguments of the suite
  static ConformanceRun against(URI endpoint, Map<String, String> headers, String... more)
      throws IOException {
    McpTools tools = McpTools.installed();
    Path results = Files.createTempDirectory("conformance");
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "server",
                    "--url",
                    endpoint.toString(),
                    "--requirements",
                    REVISION,
                    "--output-dir",
                    results.toString()),
                Stream.of(more))
            .toList();
    McpTools.Ended ended = tools.conformance(headers, arguments);
    Map<String, JsonNode> checks = read(results);
    Map<String, List<String>> failures = new TreeMap<>();
    checks.forEach((scenario, each) -> failures.put(scenario, failed(each)));
    Set<String> onTheWire = new TreeSet<>(checks.keySet());
    onTheWire.removeIf(scenario -> !isWireChecked(checks.get(scenario)));
    return new ConformanceRun(failures, onTheWire, ended.exit(), ended.output());
  }

  void assertPassed(List<String> scenarios) {
    assertThat(failures.keySet()).as(output).containsAll(scenarios);
    for (String scenario : new TreeSet<>(scenarios)) {
      assertThat(failures.get(scenario)).as(scenario).isEmpty();
    }
  }

  private static Map<String, JsonNode> read(Path results) throws IOException {
    Map<String, JsonNode> read = new TreeMap<>();
    try (Stream<Path> folders = Files.list(results)) {
      for (Path folder : folders.toList()) {
        Matcher name = FOLDER.matcher(folder.getFileName().toString());
        if (name.matches()) {
          String checks = Files.readString(folder.resolve("checks.json"));
          read.put(name.group(1), JsonMapper.shared().readTree(checks));
        }
      }
    }
    return read;
  }

  private static List<String> failed(JsonNode checks) {
    return checks
        .valueStream()
        .filter(check -> "FAILURE".equals(check.path("status").asString()))
        .map(ConformanceRun::line)
        .toList();
  }

  private static boolean isWireChecked(@Nullable JsonNode checks) {
    return checks != null
        && checks
            .valueStream()
            .anyMatch(check -> "wire-schema-valid".equals(check.path("id").asString()));
  }

  private static String line(JsonNode check) {
    return check.path("id").asString() + ": " + check.path("errorMessage").asString();
  }
}
