package dev.onboarding.edge.trace;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import reactor.core.publisher.Mono;

/// The span of a request, and whose child it is.
class TracedMessagesTests {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final String OTHER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetry telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();
  private @Nullable String seenTrace;

  @AfterEach
  void forget() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void describesAToolCallByTheConventions() {
    handle(telemetry, call(Map.of("dev.onboarding/run", "run-1")), () -> result(false));

    SpanData span = span();
    assertThat(span.getName()).isEqualTo("tools/call clm_get_contract");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(attribute("mcp.method.name")).isEqualTo("tools/call");
    assertThat(attribute("gen_ai.operation.name")).isEqualTo("execute_tool");
    assertThat(attribute("gen_ai.tool.name")).isEqualTo("clm_get_contract");
    assertThat(attribute("jsonrpc.request.id")).isEqualTo("7");
    assertThat(attribute("onboarding.run.id")).isEqualTo("run-1");
    assertThat(attribute("error.type")).isNull();
  }

  @Test
  void isTheChildOfWhatMetaNamesRatherThanOfTheHeader() {
    header("traceparent", OTHER);

    handle(telemetry, call(Map.of("traceparent", PARENT)), () -> result(false));

    assertThat(span().getTraceId()).isEqualTo(TRACE);
    assertThat(span().getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(seenTrace).isEqualTo(TRACE);
  }

  @Test
  void isTheChildOfTheHeaderWhereMetaNamesNothing() {
    header("traceparent", PARENT);
    header("MCP-Protocol-Version", "2025-11-25");

    handle(telemetry, call(Map.of()), () -> result(false));

    assertThat(span().getTraceId()).isEqualTo(TRACE);
    assertThat(attribute("mcp.protocol.version")).isEqualTo("2025-11-25");
  }

  @Test
  void goesOnWithTheCallersTraceWhenNobodyRecords() {
    handle(OpenTelemetry.noop(), call(Map.of("traceparent", PARENT)), () -> result(false));

    assertThat(seenTrace).isEqualTo(TRACE);
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void takesNoTraceThatIsNone() {
    handle(telemetry, call(Map.of("traceparent", "00-nonsense\n-01")), () -> result(false));

    assertThat(span().getParentSpanContext().isValid()).isFalse();
  }

  @Test
  void marksAToolThatFailedAndARequestThatWasRefused() {
    handle(telemetry, call(Map.of()), () -> result(true));
    assertThat(attribute("error.type")).isEqualTo("tool_error");
    spans.reset();

    handle(
        telemetry,
        call(Map.of()),
        () -> JSONRPCResponse.error(7, new JSONRPCError(-32602, "What was asked for")));
    assertThat(attribute("error.type")).isEqualTo("-32602");
    assertThat(attribute("rpc.response.status_code")).isEqualTo("-32602");
    assertThat(span().toString()).doesNotContain("What was asked for");
  }

  private void handle(
      OpenTelemetry telemetry, JSONRPCRequest request, Supplier<JSONRPCResponse> answer) {
    var handler =
        new McpStatelessServerHandler() {
          @Override
          public Mono<JSONRPCResponse> handleRequest(
              McpTransportContext context, JSONRPCRequest given) {
            return Mono.fromSupplier(() -> {
              seenTrace = Span.current().getSpanContext().getTraceId();
              return answer.get();
            });
          }

          @Override
          public Mono<Void> handleNotification(
              McpTransportContext context, JSONRPCNotification note) {
            return Mono.empty();
          }
        };
    new TracedMessages(handler, new ServerSpans(telemetry))
        .handleRequest(McpTransportContext.EMPTY, request)
        .block();
  }

  private static JSONRPCRequest call(Map<String, Object> meta) {
    return new JSONRPCRequest(
        "tools/call", 7, Map.of("name", "clm.get_contract", "arguments", Map.of(), "_meta", meta));
  }

  private static JSONRPCResponse result(boolean failed) {
    return JSONRPCResponse.result(
        7,
        CallToolResult.builder(List.of(McpSchema.TextContent.builder("text").build()))
            .isError(failed)
            .build());
  }

  private static void header(String name, String value) {
    var request =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
            ? (MockHttpServletRequest) current.getRequest()
            : new MockHttpServletRequest();
    request.addHeader(name, value);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  private SpanData span() {
    return spans.getFinishedSpanItems().getFirst();
  }

  private @Nullable String attribute(String name) {
    return span().getAttributes().get(stringKey(name));
  }
}
