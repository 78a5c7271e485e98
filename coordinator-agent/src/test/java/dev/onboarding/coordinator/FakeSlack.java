package dev.onboarding.coordinator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/// Slack on the wire, as far as the outbox speaks to it; it deduplicates nothing, like Slack.
public final class FakeSlack implements AutoCloseable {

  /// How the next post goes wrong.
  public enum Trouble {
    NONE,
    REFUSED_BEFORE,
    LOST_AFTER,
    THROTTLED,
    UNKNOWN_CHANNEL
  }

  private final HttpServer server;
  private final List<JsonNode> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger lookups = new AtomicInteger();
  private final AtomicReference<Trouble> next = new AtomicReference<>(Trouble.NONE);

  public FakeSlack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/chat.postMessage", this::post);
    server.createContext("/api/conversations.history", this::history);
    server.start();
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
  }

  public void trouble(Trouble trouble) {
    next.set(trouble);
  }

  public List<JsonNode> posts(String correlation) {
    return posts.stream()
        .filter(post ->
            correlation.equals(post.at("/metadata/event_payload/correlation_id").asString("")))
        .toList();
  }

  public int lookups() {
    return lookups.get();
  }

  private void post(HttpExchange exchange) throws IOException {
    var body = EdgeJson.mapper().readTree(exchange.getRequestBody().readAllBytes());
    switch (next.getAndSet(Trouble.NONE)) {
      case REFUSED_BEFORE -> answer(exchange, 500, "{}");
      case LOST_AFTER -> {
        posts.add(body);
        exchange.close();
      }
      case THROTTLED -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        answer(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
      }
      case UNKNOWN_CHANNEL ->
          answer(exchange, 200, "{\"ok\":false,\"error\":\"channel_not_found\"}");
      case NONE -> {
        posts.add(body);
        answer(
            exchange,
            200,
            "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"%d.0\"}".formatted(posts.size()));
      }
    }
  }

  private void history(HttpExchange exchange) throws IOException {
    lookups.incrementAndGet();
    var channel = exchange.getRequestURI().getQuery().replaceAll(".*channel=", "");
    var answer = EdgeJson.mapper().createObjectNode().put("ok", true);
    var messages = answer.putArray("messages");
    for (int i = 0; i < posts.size(); i++) {
      if (posts.get(i).path("channel").asString("").equals(channel)) {
        var message = messages.addObject().put("ts", (i + 1) + ".0");
        message.set("metadata", posts.get(i).path("metadata"));
      }
    }
    answer(exchange, 200, answer.toString());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
