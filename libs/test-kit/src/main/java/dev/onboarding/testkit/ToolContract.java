package dev.onboarding.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Compares what a running server lists as its tools with the module's golden file.
///
/// Run the test with `-Dcontract.update=true` to write the file after an intended change, and
/// review the difference.
public final class ToolContract {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static final String LIST =
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}\
      """;

  private ToolContract() {}

  /// @param endpoint the server's MCP endpoint, for example `http://127.0.0.1:8091/mcp`
  /// @param golden `contract/tools.json` of the module
  public static void assertMatches(URI endpoint, Path golden) throws Exception {
    assertMatches(endpoint, golden, "none");
  }

  /// The same of a server that asks for a token.
  public static void assertMatches(URI endpoint, Path golden, String token) throws Exception {
    String listed = listed(endpoint, token);
    if (Boolean.getBoolean("contract.update")) {
      Files.createDirectories(golden.toAbsolutePath().getParent());
      Files.writeString(golden, listed);
    }
    assertThat(listed)
        .as("tools/list of %s against %s (rewrite with -Dcontract.update=true)", endpoint, golden)
        .isEqualTo(Files.readString(golden));
  }

  private static String listed(URI endpoint, String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(LIST))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      JsonNode tools = JSON.readTree(body).at("/result/tools");
      return JSON.writeValueAsString(JSON.treeToValue(tools, Object.class)) + "\n";
    }
  }
}
