package dev.onboarding.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a caller sees on the wire of any server of ours.
class EdgeContractTests {

  private static ExampleServer server;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    server = new ExampleServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void listsToolsWithSchemasInSnakeCaseAndAllHints() throws Exception {
    JsonNode tools = rpc("tools/list", "{}").at("/result/tools");

    assertThat(tools.findValuesAsString("name"))
        .containsSubsequence("example_draw", "example_greet", "example_write");
    JsonNode greet = tools.get(1);
    assertThat(greet.at("/name").asString()).isEqualTo("example_greet");
    assertThat(greet.at("/inputSchema/properties").propertyNames())
        .containsExactly("account_name", "filter");
    assertThat(greet.at("/inputSchema/required").toString()).isEqualTo("[\"account_name\"]");
    assertThat(greet.at("/inputSchema/additionalProperties").asBoolean()).isFalse();
    assertThat(greet.at("/outputSchema/required").toString())
        .isEqualTo("[\"is_found\",\"other_names\",\"text\"]");
    assertThat(greet.at("/outputSchema/properties/price/properties").propertyNames())
        .containsExactlyInAnyOrder("amount", "currency");
    assertThat(greet.at("/annotations/destructiveHint").asBoolean(true)).isFalse();
  }

  @Test
  void answersWithStructuredContentAndItsProvenance() throws Exception {
    JsonNode result =
        call(
            "example_greet",
            "{\"account_name\":\"Acme\",\"filter\":{\"since\":\"2026-02-03\"}}",
            "{\"dev.onboarding/correlation\":\"c-1\",\"dev.onboarding/run\":\"r-1\"}");

    assertThat(result.at("/isError").asBoolean()).isFalse();
    assertThat(result.at("/structuredContent/text").asString()).isEqualTo("Hello Acme");
    assertThat(result.at("/structuredContent/is_found").asBoolean()).isTrue();
    assertThat(result.at("/structuredContent/day").asString()).isEqualTo("2026-02-03");
    assertThat(result.at("/structuredContent/price").toString())
        .isEqualTo("{\"amount\":12.50,\"currency\":\"USD\"}");
    assertThat(result.at("/structuredContent/correlation").asString()).isEqualTo("c-1");
    assertThat(result.at("/_meta/dev.onboarding~1digest").asString()).startsWith("sha256:");
    assertThat(result.at("/_meta/dev.onboarding~1server").asString()).isEqualTo("example/1.2.3");
  }

  @Test
  void leavesOutWhatIsAbsent() throws Exception {
    JsonNode result = call("example_greet", "{\"account_name\":\"Acme\"}", "{}");

    assertThat(result.at("/structuredContent").propertyNames())
        .containsExactlyInAnyOrder("text", "is_found", "other_names");
  }

  @Test
  void givesAFailureItsSixNames() throws Exception {
    JsonNode result = call("example_write", "{\"code\":\"REQUEST_LIMIT_EXCEEDED\"}", "{}");

    assertThat(result.at("/isError").asBoolean()).isTrue();
    assertThat(result.at("/structuredContent").toString())
        .isEqualTo(
            "{\"error_type\":\"rate_limit\",\"error_code\":\"REQUEST_LIMIT_EXCEEDED\","
                + "\"http_status\":403,\"message\":\"Too many calls.\","
                + "\"resolution\":\"Back off, or raise the quota.\",\"owner\":\"Integration Admin\"}");
  }

  @Test
  void keepsCausesToItself() throws Exception {
    String failure = call("example_write", "{\"code\":\"x\"}", "{}").toString();
    String bug = call("example_write", "{\"code\":\"bug\"}", "{}").toString();

    assertThat(failure + bug).doesNotContain("secret").contains("INTERNAL_ERROR");
  }

  @Test
  void namesTheArgumentThatDoesNotFit() throws Exception {
    JsonNode missing = call("example_greet", "{}", "{}");
    JsonNode unknown = call("example_greet", "{\"account_name\":\"A\",\"colour\":\"red\"}", "{}");
    JsonNode wrong = call("example_greet", "{\"account_name\":7}", "{}");

    assertThat(missing.at("/structuredContent/message").asString()).contains("account_name");
    assertThat(unknown.at("/structuredContent/message").asString()).contains("colour");
    assertThat(wrong.at("/structuredContent/message").asString()).contains("account_name");
    assertThat(wrong.at("/structuredContent/error_type").asString()).isEqualTo("validation");
  }

  @Test
  void acceptsTheDottedAlias() throws Exception {
    JsonNode result = call("example.greet", "{\"account_name\":\"Acme\"}", "{}");

    assertThat(result.at("/structuredContent/text").asString()).isEqualTo("Hello Acme");
  }

  @Test
  void writesOneAuditRowForEachCallAndHidesWhatMayBePersonal() throws Exception {
    String id =
        call(
                "example_greet",
                "{\"account_name\":\"Ada Lovelace\"}",
                "{\"dev.onboarding/run\":\"run-audit\",\"dev.onboarding/caller\":\"someone\",\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}")
            .at("/_meta/dev.onboarding~1call")
            .asString();

    var row = server.database().queryForMap("select * from audit.entries where run = 'run-audit'");
    assertThat(row.get("call")).hasToString(id);
    assertThat(row)
        .containsEntry("server", "example")
        .containsEntry("version", "1.2.3")
        .containsEntry("tool", "example_greet")
        .containsEntry("caller", "someone")
        .containsEntry("trace", "0af7651916cd43dd8448eb211c80319c")
        .containsEntry("upstream_calls", 2)
        .containsEntry("attempts", 3)
        .containsEntry("outcome", "ok");
    assertThat(row.get("contract").toString()).matches("[0-9a-f]{16}");
    assertThat(row.get("arguments").toString()).doesNotContain("Lovelace").contains("***");
  }

  @Test
  void recordsTheIntentOfAWriteAndItsFailure() throws Exception {
    call("example_write", "{\"code\":\"NO\"}", "{\"dev.onboarding/run\":\"run-write\"}");

    assertThat(
            server
                .database()
                .queryForObject(
                    "select c.error_code from audit.entries i join audit.entries c using (call) where i.run = 'run-write' and i.kind = 'intent' and c.kind = 'call'",
                    String.class))
        .isEqualTo("NO");
  }

  @Test
  void neverChangesAnAuditRow() throws Exception {
    call("example_greet", "{\"account_name\":\"Acme\"}", "{}");

    assertThatThrownBy(() -> server.database().update("delete from audit.entries"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> server.database().update("update audit.entries set tool = 'x'"))
        .hasMessageContaining("never changed");
  }

  @Test
  void recordsARefusedCallWithoutItsArguments() throws Exception {
    JsonNode refused =
        call(
            "example_greet",
            "{\"account_name\":\"a\\u0000b\",\"api_key\":\"sk-1\"}",
            "{\"dev.onboarding/run\":\"run-refused\"}");
    JsonNode nul =
        call("example_write", "{\"code\":\"a\\u0000b\"}", "{\"dev.onboarding/run\":\"run-nul\"}");

    assertThat(refused.at("/structuredContent/error_type").asString()).isEqualTo("validation");
    assertThat(nul.at("/structuredContent/message").asString()).contains("NUL");
    assertThat(
            server
                .database()
                .queryForList(
                    "select arguments::text from audit.entries where run in ('run-refused', 'run-nul')",
                    String.class))
        .containsExactly("{}", "{}");
  }

  @Test
  void takesNoNameFromACallerThatCouldForgeALine() throws Exception {
    call(
        "example_greet",
        "{\"account_name\":\"Acme\"}",
        "{\"dev.onboarding/run\":\"run-forged\",\"dev.onboarding/correlation\":\"a\\nWARN b\"}");

    assertThat(
            server
                .database()
                .queryForMap("select correlation from audit.entries where run = 'run-forged'"))
        .containsEntry("correlation", null);
  }

  @Test
  void answersWhatIsNoMessageWithoutAStackTrace() throws Exception {
    for (String body :
        List.of(
            "nonsense",
            "[]",
            "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(900) + ",\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"example_greet\",\"arguments\":[]}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}")) {
      var request = post("x", "{}").POST(HttpRequest.BodyPublishers.ofString(body)).build();

      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(response.body()).as(body).contains("\"error\"").doesNotContain("stack", "java");
    }
  }

  @Test
  void refusesForeignHostsOriginsVersionsAndLargeBodies() throws Exception {
    assertThat(status("Origin", "https://evil.example", "{}")).isEqualTo(403);
    assertThat(status("Origin", "http://localhost:3000", "{}")).isEqualTo(403);
    assertThat(
            HTTP.send(
                    post("tools/list", "{}").setHeader("Content-Type", "text/plain").build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(415);
    assertThat(status("MCP-Protocol-Version", "1999-01-01", "{}")).isEqualTo(400);
    assertThat(status("X-Nothing", "x", "{\"pad\":\"" + "x".repeat(70_000) + "\"}")).isEqualTo(413);
  }

  @Test
  void servesAPageOfItsOwnAndAnyToolWithoutABrowser() throws Exception {
    String own = server.endpoint().replace("/mcp", "");

    assertThat(status("Origin", own, "{}")).isEqualTo(200);
  }

  @Test
  void answersAnUnknownToolAndAnUnknownMethodWithoutFailing() throws Exception {
    assertThat(rpc("tools/call", "{\"name\":\"nothing\",\"arguments\":{}}").has("error")).isTrue();
    assertThat(rpc("no/such/method", "{}").at("/error/code").asInt()).isEqualTo(-32601);
  }

  private static JsonNode call(String tool, String arguments, String meta) throws Exception {
    return rpc(
            "tools/call",
            "{\"name\":\"%s\",\"arguments\":%s,\"_meta\":%s}".formatted(tool, arguments, meta))
        .at("/result");
  }

  private static JsonNode rpc(String method, String params) throws Exception {
    var response = HTTP.send(post(method, params).build(), HttpResponse.BodyHandlers.ofString());
    return EdgeJson.mapper().readTree(response.body());
  }

  private static int status(String header, String value, String params) throws Exception {
    var request = post("tools/list", params).header(header, value).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest.Builder post(String method, String params) {
    return HttpRequest.newBuilder(URI.create(server.endpoint()))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                    .formatted(method, params)));
  }
}
