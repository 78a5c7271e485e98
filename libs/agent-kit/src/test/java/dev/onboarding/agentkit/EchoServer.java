package dev.onboarding.agentkit;

import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.TestPostgres;
import io.opentelemetry.api.trace.Span;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// A server that says what reached it.
final class EchoServer implements AutoCloseable {

  /// Holds back every call of `echo_wait` until it is opened.
  static final CountDownLatch GATE = new CountDownLatch(1);

  private final ConfigurableApplicationContext context;

  EchoServer(int port) {
    this(port, Map.of());
  }

  EchoServer(int port, Map<String, Object> more) {
    context =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.<String, Object>of(
                    "spring.config.name", "echo-server",
                    "server.port", String.valueOf(port),
                    "spring.main.banner-mode", "off",
                    "spring.threads.virtual.enabled", "true",
                    "spring.datasource.url", TestPostgres.newDatabase(),
                    "mcp.edge.name", "echo",
                    "mcp.edge.version", "1"))
            .properties(more)
            .run();
  }

  int port() {
    return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port() + "/mcp");
  }

  @Override
  public void close() {
    context.close();
  }

  record Echo(
      String accountId,
      @Nullable String run,
      @Nullable String correlation,
      @Nullable String caller) {}

  /// The trace in which the server works, and what the header named.
  record Traced(String trace, @Nullable String header) {}

  @McpServerApplication
  static class Application {

    @Bean
    Tools tools() {
      return new Tools();
    }
  }

  static class Tools {

    @McpTool(name = "echo_say", description = "Says what reached it.")
    Echo say(String accountId) {
      CallContext context = CallContext.current();
      return new Echo(accountId, context.run(), context.correlation(), context.caller());
    }

    @McpTool(name = "echo_fail", description = "Fails.")
    Echo fail() {
      throw new FailureException(
          Failure.of(ErrorType.RATE_LIMIT, "REQUEST_LIMIT_EXCEEDED", 403, "Too many calls."));
    }

    @McpTool(name = "echo_trace", description = "Says in which trace it works.")
    Traced trace() {
      var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
      return new Traced(
          Span.current().getSpanContext().getTraceId(),
          request.getRequest().getHeader("traceparent"));
    }

    @McpTool(name = "echo_wait", description = "Waits until the gate opens.")
    Echo await() throws InterruptedException {
      GATE.await();
      return new Echo("", null, null, null);
    }
  }
}
