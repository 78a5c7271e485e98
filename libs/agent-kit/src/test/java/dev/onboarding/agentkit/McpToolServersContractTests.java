package dev.onboarding.agentkit;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.agentkit.EchoServer.Echo;
import dev.onboarding.agentkit.EchoServer.Traced;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/// Calls between two of our own processes, over the real transport.
class McpToolServersContractTests {

  private static EchoServer server;

  @BeforeAll
  static void start() {
    server = new EchoServer(0);
  }

  @AfterAll
  static void stop() {
    EchoServer.GATE.countDown();
    server.close();
  }

  @Test
  void carriesRunCorrelationAndCallerAndBringsBackTheProvenance() throws Exception {
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(10))) {
      var context = new CallContext("run-1", "corr-1", null, null);

      ToolAnswer<Echo> answer =
          context.call(
              () -> tools.call("echo", "echo_say", Map.of("account_id", "001"), Echo.class));

      assertThat(answer.value()).isEqualTo(new Echo("001", "run-1", "corr-1", "tester"));
      assertThat(answer.call()).isNotNull();
      assertThat(answer.digest()).startsWith("sha256:");
      assertThat(answer.server()).isEqualTo("echo/1");
      assertThat(answer.evidence("echo", "Echo 001").tool()).isEqualTo("echo_say");
    }
  }

  @Test
  void passesTheServersOwnFailureOn() {
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(10))) {
      FailureException failure = failure(tools, "echo_fail");

      assertThat(failure.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
      assertThat(failure.failure().errorCode()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
      assertThat(failure.failure().httpStatus()).isEqualTo(403);
    }
  }

  @Test
  void reportsAServerThatIsAwayAndUsesItAgainWhenItIsBack() {
    var first = new EchoServer(0);
    int port = first.port();
    try (var tools = tools(first.endpoint(), Duration.ofSeconds(10))) {
      tools.call("echo", "echo_say", Map.of("account_id", "1"), Echo.class);
      first.close();

      FailureException away =
          catchThrowableOfType(
              FailureException.class,
              () -> tools.call("echo", "echo_say", Map.of("account_id", "2"), Echo.class));
      assertThat(away.failure().errorCode()).isIn("SERVER_UNREACHABLE", "SERVER_ANSWER_LOST");

      try (var _ = new EchoServer(port)) {
        assertThat(
                tools
                    .call("echo", "echo_say", Map.of("account_id", "3"), Echo.class)
                    .value()
                    .accountId())
            .isEqualTo("3");
      }
    }
  }

  @Test
  void callsAServerUnreachableWhenNothingListens() {
    try (var tools = tools(URI.create("http://127.0.0.1:1/mcp"), Duration.ofSeconds(5))) {
      assertThat(failure(tools, "echo_say").failure().errorCode()).isEqualTo("SERVER_UNREACHABLE");
    }
  }

  @Test
  void callsALateAnswerIndeterminate() {
    try (var tools = tools(server.endpoint(), Duration.ofMillis(300))) {
      FailureException late = failure(tools, "echo_wait");

      assertThat(late.failure().errorType()).isEqualTo(ErrorType.INDETERMINATE);
      assertThat(late.failure().errorCode()).isEqualTo("SERVER_ANSWER_LOST");
    }
  }

  @Test
  void doesNotCallWhenTheDeadlineHasPassed() {
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(5))) {
      var late = new CallContext(null, null, null, Clock.systemUTC().instant().minusSeconds(1));

      late.run(() ->
          assertThat(failure(tools, "echo_say").failure().errorCode())
              .isEqualTo("DEADLINE_PASSED"));
    }
  }

  @Test
  void carriesTheTraceThatHasTheRunsIdInMetaAndInTheHeader() throws Exception {
    var run = new CallContext("01902f3e-7a1b-7c2d-8e3f-0123456789ab", null, null, null);
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(10))) {
      Traced traced =
          run.call(() -> tools.call("echo", "echo_trace", Map.of(), Traced.class)).value();

      assertThat(traced.trace()).isEqualTo("01902f3e7a1b7c2d8e3f0123456789ab");
      assertThat(traced.header()).isEqualTo("00-" + traced.trace() + "-8e3f0123456789ab-01");
    }
  }

  @Test
  void recordsEachCallAsASpanByTheConventions() {
    var spans = InMemorySpanExporter.create();
    var telemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    try (var tools = tools(server.endpoint(), NeededTools.NONE, telemetry)) {
      Traced traced = tools.call("echo", "echo_trace", Map.of(), Traced.class).value();
      failure(tools, "echo_fail");

      SpanData called = spans.getFinishedSpanItems().getFirst();
      assertThat(called.getName()).isEqualTo("tools/call echo_trace");
      assertThat(called.getKind()).isEqualTo(SpanKind.CLIENT);
      assertThat(called.getTraceId()).isEqualTo(traced.trace());
      assertThat(called.getAttributes().get(stringKey("gen_ai.tool.name"))).isEqualTo("echo_trace");
      assertThat(called.getAttributes().get(longKey("server.port"))).isEqualTo(server.port());
      assertThat(
              spans.getFinishedSpanItems().getLast().getAttributes().get(stringKey("error.type")))
          .isEqualTo("rate_limit");
    }
  }

  private record AsksTooMuch(String accountId, String colour) {}

  @Test
  void doesNotCallAToolThatLacksWhatItReadsAndSaysWhatThatIs() {
    var needed =
        NeededTools.of(NeededTool.of("echo", "echo_say", AsksTooMuch.class, AsksTooMuch.class));
    try (var tools = tools(server.endpoint(), needed, OpenTelemetry.noop())) {
      assertThat(failure(tools, "echo_say").failure().message())
          .isEqualTo(
              "tester needs echo_say of echo, and it does not take colour, it does not answer"
                  + " colour.");
      assertThat(failure(tools, "echo_fail").failure().errorCode())
          .isEqualTo("REQUEST_LIMIT_EXCEEDED");
      Health health = new ContractHealth(tools).health();
      assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
      assertThat(health.getDetails().toString()).contains("echo_say", "does not answer colour");
    }
  }

  @Test
  void isHealthyWhileAServerHasWhatIsNeededOrIsAway() {
    var needed = NeededTools.of(NeededTool.of("echo", "echo_say", Said.class, Echo.class));
    try (var tools = tools(server.endpoint(), needed, OpenTelemetry.noop());
        var lonely = tools(URI.create("http://127.0.0.1:1/mcp"), needed, OpenTelemetry.noop())) {
      assertThat(new ContractHealth(tools).health().getDetails())
          .containsEntry("echo", "has what is needed");
      assertThat(new ContractHealth(lonely).health().getDetails())
          .containsEntry("echo", "is not reached");
      assertThat(new ContractHealth(lonely).health().getStatus()).isEqualTo(Status.UP);
    }
  }

  private record Said(String accountId) {}

  private static McpToolServers tools(URI endpoint, NeededTools needed, OpenTelemetry telemetry) {
    var properties =
        new ToolServerProperties(
            Map.of("echo", endpoint), Duration.ofSeconds(10), Duration.ofSeconds(2));
    return new McpToolServers(
        properties,
        EdgeJson.mapper(),
        Clock.systemUTC(),
        "tester",
        new McpToolServers.Terms(needed, ClientProperties.NONE, telemetry));
  }

  private static FailureException failure(ToolServers tools, String tool) {
    return catchThrowableOfType(
        FailureException.class, () -> tools.call("echo", tool, Map.of(), Echo.class));
  }

  private static McpToolServers tools(URI endpoint, Duration timeout) {
    var properties =
        new ToolServerProperties(Map.of("echo", endpoint), timeout, Duration.ofSeconds(2));
    return new McpToolServers(properties, EdgeJson.mapper(), Clock.systemUTC(), "tester");
  }
}
