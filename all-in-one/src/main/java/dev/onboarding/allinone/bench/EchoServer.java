package dev.onboarding.allinone.bench;

import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.Note;
import dev.onboarding.edge.audit.ToolCall;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A server of ours with one tool that does nothing, so that what is measured is the way to it.
final class EchoServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  /// @param name also that of its chain
  private EchoServer(Class<?> application, String name, Store store) {
    context =
        new SpringApplicationBuilder(application)
            .registerShutdownHook(false)
            .properties(
                Map.of(
                    "spring.config.name", "bench-echo",
                    "server.port", "0",
                    "server.address", "127.0.0.1",
                    "spring.main.banner-mode", "off",
                    "spring.threads.virtual.enabled", "true",
                    "spring.jmx.enabled", "false",
                    "mcp.edge.name", name,
                    "mcp.edge.version", "1"))
            .properties(store.servingConnection())
            .run();
  }

  /// As every server of ours is.
  static EchoServer audited(Store store) {
    return new EchoServer(Audited.class, "bench-audited", store);
  }

  /// The same without a trail.
  static EchoServer unaudited(Store store) {
    return new EchoServer(Unaudited.class, "bench-unaudited", store);
  }

  URI endpoint() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getPort() + "/mcp");
  }

  @Override
  public void close() {
    context.close();
  }

  @McpServerApplication
  static class Audited {

    @Bean
    Echo echo() {
      return new Echo();
    }
  }

  @McpServerApplication
  static class Unaudited {

    @Bean
    Echo echo() {
      return new Echo();
    }

    @Bean
    @Primary
    AuditTrail nothing() {
      return new Nothing();
    }
  }

  /// Keeps nothing: what the trail costs is what this does not.
  private static final class Nothing implements AuditTrail {

    @Override
    public void intend(ToolCall call) {}

    @Override
    public void record(ToolCall call) {}

    @Override
    public void note(Note note) {}
  }

  record Echoed(String accountId) {}

  static final class Echo {

    @McpTool(
        name = "bench_echo",
        title = "Echo",
        description = "Gives back what it was given.",
        annotations =
            @McpAnnotations(
                readOnlyHint = true,
                destructiveHint = false,
                idempotentHint = true,
                openWorldHint = false),
        generateOutputSchema = true)
    Echoed echo(@McpToolParam(description = "Any id") String accountId) {
      return new Echoed(accountId);
    }
  }
}
