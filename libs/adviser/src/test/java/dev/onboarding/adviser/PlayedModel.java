package dev.onboarding.adviser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A model on the wire, OpenAI's and Bedrock's, that says what a test wants and keeps what it was
/// told.
final class PlayedModel implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.shared();

  /// What goes back.
  record Answer(int status, String body, long delayMillis) {}

  private final HttpServer server;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile Function<JsonNode, Answer> script = asked -> says("{}");

  PlayedModel() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Every body it was sent, and every header line.
  List<String> heard() {
    return heard;
  }

  PlayedModel answers(Function<JsonNode, Answer> script) {
    this.script = script;
    heard.clear();
    return this;
  }

  static Answer says(String content) {
    return completion(content, null, "stop");
  }

  static Answer completion(String content, String refusal, String finish) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("id", "chatcmpl-1")
            .put("object", "chat.completion")
            .put("created", 1)
            .put("model", "gpt-4o-mini-2024-07-18");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", content)
        .put("refusal", refusal);
    choice.putNull("logprobs").put("finish_reason", finish);
    body.putObject("usage")
        .put("prompt_tokens", 900)
        .put("completion_tokens", 100)
        .put("total_tokens", 1000);
    return new Answer(200, body.toString(), 0);
  }

  static Answer converse(String content, String stop) {
    ObjectNode body = JSON.createObjectNode().put("stopReason", stop);
    body.putObject("output")
        .putObject("message")
        .put("role", "assistant")
        .putArray("content")
        .addObject()
        .put("text", content);
    body.putObject("usage").put("inputTokens", 800).put("outputTokens", 90).put("totalTokens", 890);
    body.putObject("metrics").put("latencyMs", 5);
    return new Answer(200, body.toString(), 0);
  }

  static Answer error(int status, String code) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error")
        .put("message", "no")
        .put("type", "x")
        .putNull("param")
        .put("code", code);
    return new Answer(status, body.toString(), 0);
  }

  /// The task that is asked for, told by a property that only its schema has.
  static String task(JsonNode asked) {
    String schema = asked.toString();
    return schema.contains("time_to_resolve")
        ? "risk"
        : schema.contains("priority")
            ? "actions"
            : schema.contains("\\\"notes\\\"") || schema.contains("\"notes\"")
                ? "terms"
                : schema.contains("explanation") ? "failures" : "summary";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      heard.add(exchange.getRequestURI() + "\n" + body);
      Answer answer = script.apply(JSON.readTree(body));
      Thread.sleep(answer.delayMillis());
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      if (answer.status() >= 400) {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", "ThrottlingException");
      }
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
