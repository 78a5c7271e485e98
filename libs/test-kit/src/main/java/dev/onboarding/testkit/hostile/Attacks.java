package dev.onboarding.testkit.hostile;

import static dev.onboarding.testkit.hostile.Requests.rpc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that is tried against one server.
public final class Attacks {

  /// Sent along with some of them; no answer may repeat it.
  static final String SECRET = "sk-9f2c-do-not-repeat";

  private static final int THIRTY_MEGABYTES = 30 << 20;
  private static final String PING = rpc("ping", "{}");
  private static final String LIST = rpc("tools/list", "{}");

  private final Requests requests;
  private final String tool;
  private final List<Attack> attacks = new ArrayList<>();

  private Attacks(Requests requests, String tool) {
    this.requests = requests;
    this.tool = tool;
  }

  /// @param headers of every request, such as a token; the attacks are meant to get past the door
  /// @param tool one that the server lists
  public static List<Attack> on(URI endpoint, Map<String, String> headers, String tool) {
    var attacks = new Attacks(new Requests(endpoint, headers), tool);
    attacks.places();
    attacks.versions();
    attacks.sizes();
    attacks.types();
    attacks.texts();
    attacks.messages();
    attacks.params();
    attacks.methods();
    return List.copyOf(attacks.attacks);
  }

  private void places() {
    add("a spoofed Host", requests.post(LIST, "Host", "evil.example"), 403);
    add("a Host that begins like ours", requests.post(LIST, "Host", "127.0.0.1.evil.example"), 403);
    add("no Host", requests.post(LIST, "Host", null), 400);
    add("a foreign Origin", requests.post(LIST, "Origin", "https://evil.example"), 403);
    add("the Origin of a file", requests.post(LIST, "Origin", "null"), 403);
    add("an Origin that is no address", requests.post(LIST, "Origin", "http://[::1"), 403);
    add("an Origin on another port", requests.post(LIST, "Origin", "http://localhost:3"), 403);
  }

  private void versions() {
    add("an unknown version", requests.post(LIST, "MCP-Protocol-Version", "1999-01-01"), 400);
    add("a version to log", requests.post(LIST, "MCP-Protocol-Version", SECRET), 400);
    add(
            "a handshake in an unknown version",
            requests.post(
                rpc(
                    "initialize",
                    "{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{},"
                        + "\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}")),
            200)
        .says("\"protocolVersion\":\"20");
  }

  private void sizes() {
    byte[] much = "x".repeat(THIRTY_MEGABYTES).getBytes(StandardCharsets.US_ASCII);
    add("30 MB", requests.post(much, Map.of()), 413, 0);
    String chunk = "%x\r\n%s\r\n".formatted(1 << 20, "x".repeat(1 << 20));
    add(
        "30 MB in chunks",
        requests.post(
            chunk.repeat(30).getBytes(StandardCharsets.US_ASCII),
            Map.of("Transfer-Encoding", "chunked")),
        413,
        0);
    add("a header of 100 kB", requests.post(LIST, "X-Long", "x".repeat(100_000)), 400, 431, 0);
    add("a negative length", requests.post(LIST, "Content-Length", "-1"), 400);
    add("chunks that are none", requests.post(PING, "Transfer-Encoding", "chunked"), 400);
  }

  private void types() {
    for (String type : List.of("text/plain", "nonsense", "application/json; charset=utf-16", "/")) {
      add("the type " + type, requests.post(LIST, "Content-Type", type), 415);
    }
    add("no type", requests.post(LIST, "Content-Type", null), 415);
  }

  private void texts() {
    byte[] broken = rpc("tools/list", "{\"x\":\"?\"}").getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < broken.length; i++) {
      if (broken[i] == '?') {
        broken[i] = (byte) 0xFF;
      }
    }
    add("invalid UTF-8", requests.post(broken, Map.of()), 400);
    add("UTF-16", requests.post(LIST.getBytes(StandardCharsets.UTF_16), Map.of()), 400);
    add("30,000 brackets", requests.post("[".repeat(30_000)), 400);
    add("5,000 braces", requests.post("{\"a\":".repeat(5_000)), 400);
    add("deep arguments", requests.post(call("{\"a\":".repeat(70) + "1" + "}".repeat(70))), 400);
    add("a number of 2,000 digits", requests.post(call("{\"a\":" + "9".repeat(2_000) + "}")), 400);
    add("half a surrogate", requests.post(call("{\"account_id\":\"\\ud800\"}")), 200);
    add("a huge exponent", requests.post(call("{\"a\":1e999999999}")), 200);
    add("nothing", requests.post(""), 400);
    add("no JSON", requests.post("nonsense " + SECRET), 400);
  }

  private void messages() {
    for (String body :
        List.of(
            "[]",
            "{}",
            "null",
            "\"text\"",
            "{\"jsonrpc\":\"2.0\",\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":{\"a\":1},\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            "[" + PING + "," + PING + "]")) {
      add("the message " + body, requests.post(body), 400);
    }
    add("an id with a line break", requests.post(PING.replace(":1,", ":\"a\\nWARN b\",")), 200)
        .says("\"error\"");
    add("a method with a line break", requests.post(rpc("no\\nWARN", "{}")), 200).says("\"error\"");
    add("an unknown method", requests.post(rpc("no/such/method", "{}")), 200).says("-32601");
    add(
        "an unknown notification",
        requests.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\\nWARN y\"}"),
        202);
  }

  private void params() {
    for (String method :
        List.of("tools/call", "resources/read", "prompts/get", "completion/complete")) {
      for (String params : List.of("[]", "{}", "7", "{\"name\":7,\"uri\":{},\"ref\":[]}")) {
        add(method + " of " + params, requests.post(rpc(method, params)), 200, 400)
            .says("\"error\"");
      }
    }
    add("a handshake without params", requests.post(rpc("initialize", "{}")), 200, 400);
    add("a handshake of a list", requests.post(rpc("initialize", "[]")), 200).says("\"error\"");
    add("an unknown tool", requests.post(rpc("tools/call", "{\"name\":\"none\"}")), 200)
        .says("\"error\"");
    add(
            "an argument nobody asked for",
            requests.post(call("{\"%s\":\"%s\"}".formatted("api_key", SECRET))),
            200)
        .says("\"isError\":true");
    add("arguments that are a list", requests.post(call("[]")), 200).says("\"error\"");
  }

  private void methods() {
    for (String method : List.of("GET", "DELETE", "PUT", "TRACE", "PATCH", "NONSENSE")) {
      add("the method " + method, requests.bodiless(method), 400, 404, 405, 415, 501);
    }
  }

  private String call(String arguments) {
    return rpc("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  private Added add(String name, byte[] request, Integer... statuses) {
    attacks.add(Attack.of(name, request, statuses));
    return new Added();
  }

  /// The attack that was added last.
  private final class Added {

    void says(String words) {
      attacks.add(attacks.removeLast().saying(words));
    }
  }
}
