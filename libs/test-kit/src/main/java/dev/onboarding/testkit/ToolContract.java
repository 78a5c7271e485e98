package dev.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.testkit.contract.Releases;
import dev.onboarding.testkit.contract.Version;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Compares what a running server lists as its tools with the module's golden file, and the
/// module's version with what has changed since the contract that was last given out.
///
/// Run the test with `-Dcontract.update=true` to write the file after an intended change, and
/// review the difference; with `-Dcontract.release=true` to keep it as given out under the module's
/// version.
public final class ToolContract {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static final String LIST = "tools/list\",\"params\":{}";
  private static final String HELLO =
      """
      initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
      "clientInfo":{"name":"contract-test","version":"1"}}\
      """;

  private final URI endpoint;
  private final Map<String, String> headers;

  private ToolContract(URI endpoint, Map<String, String> headers) {
    this.endpoint = endpoint;
    this.headers = Map.copyOf(headers);
  }

  /// @param endpoint the server's MCP endpoint, for example `http://127.0.0.1:8091/mcp`
  /// @param golden `contract/tools.json` of the module
  public static void assertMatches(URI endpoint, Path golden) throws Exception {
    assertMatches(endpoint, golden, Map.of());
  }

  /// The same of a server that asks for a token.
  public static void assertMatches(URI endpoint, Path golden, String token) throws Exception {
    assertMatches(endpoint, golden, Map.of("Authorization", "Bearer " + token));
  }

  /// @param headers of every request
  private static void assertMatches(URI endpoint, Path golden, Map<String, String> headers)
      throws Exception {
    var contract = new ToolContract(endpoint, headers);
    JsonNode tools = contract.ask(LIST).at("/result/tools");
    JsonNode server = contract.ask(HELLO).at("/result/serverInfo");
    String listed = JSON.writeValueAsString(JSON.treeToValue(tools, Object.class)) + "\n";
    Path module = golden.resolveSibling("..").toAbsolutePath().normalize();
    Version version = versionOf(module, server);
    var releases = new Releases(module.resolve("contract"));
    if (Boolean.getBoolean("contract.update")) {
      Files.writeString(golden, listed);
    }
    if (Boolean.getBoolean("contract.release")) {
      releases.keep(version, listed);
    }
    assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
        .as("names that every client accepts")
        .allMatch(name -> NAME.matcher(name).matches());
    assertThat(listed)
        .as("tools/list of %s against %s (rewrite with -Dcontract.update=true)", endpoint, golden)
        .isEqualTo(Files.readString(golden));
    assertThat(releases.objection(version, tools)).as("%s", module.getFileName()).isEmpty();
    assertThat(isInChangelog(module, version, releases))
        .as("%s/CHANGELOG.md has a heading '## %s'", module.getFileName(), version)
        .isTrue();
  }

  /// What the server says it is must be what the module is built as.
  private static Version versionOf(Path module, JsonNode server) throws IOException {
    String name = server.path("name").asString();
    Matcher built =
        Pattern.compile("<artifactId>%s</artifactId>\\s*<version>([^<]+)</version>".formatted(name))
            .matcher(Files.readString(module.resolve("pom.xml")));
    assertThat(built.find()).as("%s/pom.xml names %s with a version", module, name).isTrue();
    assertThat(server.path("version").asString())
        .as("mcp.edge.version of %s against its pom.xml", name)
        .isEqualTo(built.group(1));
    return Version.of(built.group(1));
  }

  /// What was changed since is told before it is given out.
  private static boolean isInChangelog(Path module, Version version, Releases releases)
      throws IOException {
    return releases.last().equals(Optional.of(version))
        || Files.readString(module.resolve("CHANGELOG.md")).contains("\n## " + version);
  }

  private JsonNode ask(String methodAndParams) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream");
    headers.forEach(request::header);
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + methodAndParams + "}";
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(answer.body());
    }
  }
}
