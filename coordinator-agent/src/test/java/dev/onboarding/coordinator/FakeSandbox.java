package dev.onboarding.coordinator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// The sandbox's controls, as far as the aliases for demonstrations use them.
public final class FakeSandbox {

  private final HttpServer server;
  private final Map<String, JsonNode> faults = new ConcurrentHashMap<>();

  public FakeSandbox() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    server.createContext(
        "/accounts",
        exchange -> answer(exchange, "[{\"key\":\"D-ONE\"},{\"key\":\"D-TWO\"},{\"other\":1}]"));
    server.createContext("/faults/", this::fault);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Map<String, JsonNode> faults() {
    return Map.copyOf(faults);
  }

  private void fault(HttpExchange exchange) throws IOException {
    var system = exchange.getRequestURI().getPath().replace("/faults/", "");
    faults.put(system, EdgeJson.mapper().readTree(exchange.getRequestBody().readAllBytes()));
    answer(exchange, "{}");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    exchange.sendResponseHeaders(200, body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }
}
