package dev.onboarding.edge;

import dev.onboarding.edge.material.TextPrompt;
import dev.onboarding.edge.material.TextResource;
import dev.onboarding.edge.tool.Blocks;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.Money;
import dev.onboarding.testkit.TestPostgres;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/// A server on the edge with one tool of each kind, on a database of its own.
final class ExampleServer implements AutoCloseable {

  private static final AtomicInteger READINGS = new AtomicInteger();

  private final ConfigurableApplicationContext context;

  ExampleServer() {
    this(Map.of());
  }

  /// @param further settings besides those that every example has
  ExampleServer(Map<String, String> further) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "spring.config.name", "example-server",
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "spring.threads.virtual.enabled", "true",
                "spring.datasource.url", TestPostgres.newDatabase(),
                "mcp.edge.name", "example",
                "mcp.edge.version", "1.2.3",
                "mcp.edge.max-body", "64KB",
                "mcp.audit.directory", "",
                "mcp.audit.signing-key", ""));
    settings.putAll(further);
    context = new SpringApplicationBuilder(Application.class).properties(settings).run();
  }

  /// The answer to one request.
  JsonNode rpc(String method, String params) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint()))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method, params)));
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return EdgeJson.mapper().readTree(answer.body());
    }
  }

  String endpoint() {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return "http://127.0.0.1:" + port + "/mcp";
  }

  JdbcTemplate database() {
    return context.getBean(JdbcTemplate.class);
  }

  @Override
  public void close() {
    context.close();
  }

  @McpServerApplication
  static class Application {

    @Bean
    Tools tools() {
      return new Tools();
    }

    @Bean
    SyncResourceSpecification page() {
      return new TextResource(
              "example://page", "example_page", "A page", "Something to read.", "text/plain")
          .saying(() -> "Read at " + READINGS.incrementAndGet());
    }

    @Bean
    SyncResourceSpecification brokenPage() {
      return new TextResource(
              "example://broken", "example_broken", "Broken", "Fails.", "text/plain")
          .saying(() -> {
            throw new IllegalStateException("secret detail of the fault");
          });
    }

    @Bean
    SyncPromptSpecification question() {
      return new TextPrompt(
              "example_question",
              "A question",
              "Asks about a run.",
              "Why was {run_id} blocked?",
              List.of(
                  new TextPrompt.Argument(
                      "run_id", "the id of a run", Pattern.compile("[0-9a-f-]{1,36}"))))
          .specification();
    }
  }

  record Filter(String since, @Nullable Integer limit) {}

  record Greeting(
      String text,
      @Nullable String correlation,
      @Nullable LocalDate day,
      @Nullable Money price,
      boolean isFound,
      List<String> otherNames) {}

  static class Tools {

    @McpTool(
        name = "example_greet",
        title = "Greet",
        description = "Greets somebody.",
        annotations =
            @McpAnnotations(
                readOnlyHint = true,
                destructiveHint = false,
                idempotentHint = true,
                openWorldHint = false),
        generateOutputSchema = true)
    Greeting greet(
        @McpToolParam(description = "Who") String accountName,
        @McpToolParam(description = "Bounds", required = false) @Nullable Filter filter) {
      CallTally tally = CallTally.current();
      tally.called();
      tally.called();
      tally.attempted();
      tally.attempted();
      tally.attempted();
      return new Greeting(
          "Hello " + accountName,
          CallContext.current().correlation(),
          filter == null ? null : LocalDate.parse(filter.since()),
          filter == null ? null : Money.of("12.5", "USD"),
          filter != null,
          List.of());
    }

    @McpTool(
        name = "example_draw",
        title = "Draw",
        description = "Draws a dot.",
        annotations = @McpAnnotations(readOnlyHint = true))
    Blocks draw() {
      return new Blocks(List.of(McpSchema.ImageContent.builder("AAAA", "image/png").build()));
    }

    @McpTool(
        name = "example_write",
        title = "Write",
        description = "Fails in the way it is told.",
        annotations =
            @McpAnnotations(
                readOnlyHint = false,
                destructiveHint = false,
                idempotentHint = true,
                openWorldHint = true),
        generateOutputSchema = true)
    Greeting write(@McpToolParam(description = "How to fail") String code) {
      throw switch (code) {
        case "bug" -> new IllegalStateException("secret detail of the fault");
        case "argument" -> new IllegalArgumentException("'x' is no code");
        default ->
            new FailureException(
                Failure.of(ErrorType.RATE_LIMIT, code, 403, "Too many calls."),
                null,
                new RuntimeException("secret cause"));
      };
    }
  }
}
