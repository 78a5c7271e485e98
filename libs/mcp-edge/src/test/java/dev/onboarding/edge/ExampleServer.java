package dev.onboarding.edge;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.Money;
import dev.onboarding.testkit.TestPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/// A server on the edge with one tool of each kind, on a database of its own.
final class ExampleServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  ExampleServer() {
    this(Map.of());
  }

  ExampleServer(Map<String, Object> more) {
    context =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.<String, Object>of(
                    "spring.config.name", "example-server",
                    "server.port", "0",
                    "spring.main.banner-mode", "off",
                    "spring.threads.virtual.enabled", "true",
                    "spring.datasource.url", TestPostgres.newDatabase(),
                    "mcp.edge.name", "example",
                    "mcp.edge.version", "1.2.3",
                    "mcp.edge.max-body", "64KB"))
            .properties(more)
            .run();
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
      return new Greeting(
          "Hello " + accountName,
          CallContext.current().correlation(),
          filter == null ? null : LocalDate.parse(filter.since()),
          filter == null ? null : Money.of("12.5", "USD"),
          filter != null,
          List.of());
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
