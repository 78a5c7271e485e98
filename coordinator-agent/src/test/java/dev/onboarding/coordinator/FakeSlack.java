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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

  private final int pageSize;
  private final HttpServer server;
  private final List<JsonNode> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger lookups = new AtomicInteger();
  private final AtomicReference<Trouble> next = new AtomicReference<>(Trouble.NONE);

  public FakeSlack() {
    this(2);
  }

  /// @param pageSize how many messages or channels a page holds
  public FakeSlack(int pageSize) {
    this.pageSize = pageSize;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/chat.postMessage", this::post);
    server.createContext("/api/conversations.history", this::history);
    server.createContext("/api/conversations.list", this::list);
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
            "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%d.0\"}"
                .formatted(id(body.path("channel").asString("")), posts.size()));
      }
    }
  }

  /// Newest first, page by page, and by the channel's id only, as Slack does it.
  private void history(HttpExchange exchange) throws IOException {
    lookups.incrementAndGet();
    var query = exchange.getRequestURI().getQuery();
    var found = new ArrayList<ObjectNode>();
    for (int i = posts.size() - 1; i >= 0; i--) {
      if (query.contains("channel=" + id(posts.get(i).path("channel").asString("")))) {
        var message = EdgeJson.mapper().createObjectNode().put("ts", (i + 1) + ".0");
        message.set("metadata", posts.get(i).path("metadata"));
        found.add(message);
      }
    }
    answer(exchange, page(query, "messages", found));
  }

  private void list(HttpExchange exchange) throws IOException {
    var channels =
        Stream.of("general", "cs", "cs-onboarding", "cs-onboarding-alerts")
            .map(name -> EdgeJson.mapper().createObjectNode().put("name", name).put("id", id(name)))
            .toList();
    answer(exchange, page(exchange.getRequestURI().getQuery(), "channels", channels));
  }

  private static String id(String name) {
    return "C" + Math.abs((long) name.replaceFirst("^#", "").hashCode());
  }

  private String page(String query, String field, List<ObjectNode> all) {
    var cursor = Pattern.compile("cursor=(\\d+)").matcher(query);
    int from = cursor.find() ? Integer.parseInt(cursor.group(1)) : 0;
    int to = Math.min(all.size(), from + pageSize);
    var answer = EdgeJson.mapper().createObjectNode().put("ok", true);
    all.subList(from, to).forEach(answer.putArray(field)::add);
    answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "" + to : "");
    return answer.toString();
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    answer(exchange, 200, body);
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
