package dev.onboarding.provisioning;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.testkit.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The whole server, started as in production but on a free port and a database of its own.
final class ProvisioningServer implements AutoCloseable {

  final SigningKey coordinator = SigningKey.generated();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;

  ProvisioningServer(URI broker, String username, String password) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", "0");
    settings.put("DATABASE_URL", TestPostgres.newDatabase());
    settings.put("PROVISIONER_BASE_URL", broker.toString());
    settings.put("PROVISIONER_USERNAME", username);
    settings.put("PROVISIONER_PASSWORD", password);
    settings.put("PROVISIONING_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    settings.put("ONBOARDING_DECISION_PUBLIC_KEY_FILE", coordinator.publicKeyFile().toString());
    settings.put("provisioning.broker.limits.retries.delays", "0s,0s,0s");
    settings.put("PROVISIONING_LINK_BASE_URL", "https://start.example/welcome/");
    settings.put("provisioning.credentials.wipe-every", "200ms");
    context = ProvisioningApplication.builder().properties(settings).run();
  }

  URI address(String path) {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  JdbcClient database() {
    return context.getBean(JdbcClient.class);
  }

  /// A decision for that order, fresh now.
  String decision(DecidedOrder order) {
    return coordinator.proceed(order, Instant.now());
  }

  /// The structured content of a tool's answer, be it a result or a failure.
  JsonNode call(String tool, Map<String, ?> arguments) throws IOException, InterruptedException {
    var call =
        Map.of(
            "jsonrpc",
            "2.0",
            "id",
            1,
            "method",
            "tools/call",
            "params",
            Map.of("name", tool, "arguments", arguments));
    HttpRequest request =
        HttpRequest.newBuilder(address("/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(EdgeJson.mapper().writeValueAsString(call)))
            .build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return EdgeJson.mapper().readTree(body).at("/result/structuredContent");
  }

  HttpResponse<String> browse(String method, String path) throws IOException, InterruptedException {
    return send(method, path, "text/html, */*;q=0.5");
  }

  HttpResponse<String> fetch(String path, String accepted)
      throws IOException, InterruptedException {
    return send("GET", path, accepted);
  }

  private HttpResponse<String> send(String method, String path, String accepted)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address(path))
            .header("Accept", accepted)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }
}
