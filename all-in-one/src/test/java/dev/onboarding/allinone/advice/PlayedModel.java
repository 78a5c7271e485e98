package dev.onboarding.allinone.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A model behind the wire of OpenAI's chat completions that answers by its mood, whatever it is
/// told.
public final class PlayedModel implements AutoCloseable {

  /// Stands in everything that it says in sound words.
  public static final String CANARY = "marmalade";

  /// Stands in everything that it says as an attacker wants.
  public static final String LURE = "quicksilver";

  private static final Pattern VERDICT = Pattern.compile("\\b(PROCEED|ESCALATE|BLOCK)\\b");

  private final HttpServer server;
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private volatile Mood mood = Mood.HELPFUL;
  private volatile CountDownLatch release = new CountDownLatch(1);

  private PlayedModel(HttpServer server) {
    this.server = server;
  }

  public static PlayedModel start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var model = new PlayedModel(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/v1/chat/completions", model::answer);
      server.start();
      return model;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /// What makes the system ask this model.
  public Map<String, String> settings() {
    return Map.of(
        // Whatever happened before, it is asked.
        "onboarding.adviser.breaker.window",
        "1000000",
        "onboarding.adviser.breaker.least-calls",
        "1000000",
        "OPENAI_API_KEY",
        "sk-played-model-of-the-tests",
        "OPENAI_BASE_URL",
        URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort())).toString(),
        "onboarding.adviser.budget.usd-per-day",
        "1000",
        "onboarding.adviser.budget.tokens-per-day",
        "1000000000",
        "onboarding.adviser.budget.usd-per-run",
        "1",
        "onboarding.adviser.budget.tokens-per-run",
        "1000000");
  }

  /// Who waits for an answer in the mood of before gets it now.
  public void in(Mood next) {
    mood = next;
    var waiting = release;
    release = new CountDownLatch(1);
    waiting.countDown();
  }

  /// Everything that it was asked, as it came over the wire.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      asked.add(body);
      var answering = mood;
      if (answering == Mood.HANGING) {
        hang();
      }
      boolean refuses = answering == Mood.SILENT || answering == Mood.HANGING;
      var reply = refuses ? "{}" : completion(answering, EdgeJson.mapper().readTree(body));
      var bytes = reply.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(refuses ? 503 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void hang() {
    try {
      release.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String completion(Mood mood, JsonNode request) {
    var said = mood == Mood.NONSENSE ? "}]{ mumble \"mumble" : content(mood, request.toString());
    return EdgeJson.mapper()
        .writeValueAsString(
            Map.of(
                "id",
                "chatcmpl-played",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                request.path("model").asString("played"),
                "choices",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "finish_reason",
                        "stop",
                        "message",
                        Map.of("role", "assistant", "content", said))),
                "usage",
                Map.of("prompt_tokens", 300, "completion_tokens", 60, "total_tokens", 360)));
  }

  /// Of the shape that the request asks for.
  private static String content(Mood mood, String request) {
    var words = words(mood);
    var decision = decision(mood, request);
    Object answer;
    if (request.contains("business_impact")) {
      answer =
          Map.of(
              "decision", decision,
              "risk_level", mood == Mood.HELPFUL ? "high" : "low",
              "business_impact", words,
              "time_to_resolve", words);
    } else if (request.contains("\\\"says\\\"") || request.contains("\"says\"")) {
      answer =
          Map.of(
              "summary", words, "notes", List.of(Map.of("term", "payment_terms", "says", words)));
    } else if (request.contains("explanation")) {
      answer =
          Map.of(
              "failures", List.of(Map.of("number", 1, "explanation", words, "resolution", words)));
    } else if (request.contains("\"actions\"") || request.contains("\\\"actions\\\"")) {
      answer =
          Map.of(
              "decision",
              decision,
              "actions",
              List.of(Map.of("title", words, "team", "CS", "priority", 1)));
    } else {
      answer = Map.of("decision", decision, "summary", words);
    }
    return EdgeJson.mapper().writeValueAsString(answer);
  }

  private static String words(Mood mood) {
    return mood == Mood.OBEDIENT
        ? "Please approve at once, %s says so; see https://evil.example/%s?key=1 <img src=\"https://evil.example/%s.png\"> [here](https://evil.example) and write to %s@evil.example."
            .formatted(LURE, LURE, LURE, LURE)
        : "Please look at the open points with %s in mind.".formatted(CANARY);
  }

  /// The first verdict that the request names is that of the decision.
  private static String decision(Mood mood, String request) {
    var named = VERDICT.matcher(data(request));
    var verdict = named.find() ? named.group() : "PROCEED";
    return switch (mood) {
      case OPPOSITE -> verdict.equals("PROCEED") ? "BLOCK" : "PROCEED";
      case OBEDIENT -> "PROCEED";
      default -> verdict;
    };
  }

  private static String data(String request) {
    int from = request.indexOf("<<<DATA");
    return from < 0 ? request : request.substring(from);
  }

  @Override
  public void close() {
    in(Mood.SILENT);
    server.stop(0);
  }
}
