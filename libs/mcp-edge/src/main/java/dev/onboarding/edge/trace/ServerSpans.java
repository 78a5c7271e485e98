package dev.onboarding.edge.trace;

import dev.onboarding.model.CallMeta;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One span for each request that a server handles.
public final class ServerSpans {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final List<String> FIELDS = List.of("traceparent", "tracestate");
  private static final TextMapGetter<Map<String, ?>> META = new Meta();

  private final Tracer tracer;

  public ServerSpans(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("dev.onboarding.edge");
  }

  /// Begins the span below the caller's: what `_meta` names, else what the header names.
  ///
  /// @param headers the HTTP headers of that name, or nothing
  Span begin(JSONRPCRequest request, Map<String, String> headers) {
    Map<String, ?> params = object(request.params());
    Map<String, ?> meta = object(params.get("_meta"));
    Context parent =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), meta.get("traceparent") == null ? headers : meta, META);
    String target = target(request.method(), params);
    Span span =
        tracer
            .spanBuilder(target == null ? request.method() : request.method() + " " + target)
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent)
            .startSpan();
    if (span.isRecording()) {
      describe(span, request, params, target);
      text(meta.get(CallMeta.RUN), run -> span.setAttribute("onboarding.run.id", run));
      text(headers.get("mcp-protocol-version"), v -> span.setAttribute("mcp.protocol.version", v));
    }
    return span;
  }

  void end(Span span, @Nullable JSONRPCResponse answer) {
    if (span.isRecording() && answer != null) {
      if (answer.error() != null) {
        String code = String.valueOf(answer.error().code());
        span.setAttribute("rpc.response.status_code", code);
        failed(span, code);
      } else if (answer.result() instanceof McpSchema.CallToolResult result
          && Boolean.TRUE.equals(result.isError())) {
        failed(span, "tool_error");
      }
    }
    span.end();
  }

  /// @param type a code or a class; never a message, which may hold what was asked for
  void failed(Span span, String type) {
    span.setAttribute("error.type", type);
    span.setStatus(StatusCode.ERROR);
  }

  private static void describe(
      Span span, JSONRPCRequest request, Map<String, ?> params, @Nullable String target) {
    span.setAttribute("mcp.method.name", request.method());
    span.setAttribute("jsonrpc.request.id", String.valueOf(request.id()));
    span.setAttribute("network.transport", "tcp");
    span.setAttribute("network.protocol.name", "http");
    switch (request.method()) {
      case McpSchema.METHOD_TOOLS_CALL -> {
        span.setAttribute("gen_ai.operation.name", "execute_tool");
        text(target, tool -> span.setAttribute("gen_ai.tool.name", tool));
      }
      case McpSchema.METHOD_PROMPT_GET ->
          text(target, prompt -> span.setAttribute("gen_ai.prompt.name", prompt));
      case McpSchema.METHOD_RESOURCES_READ ->
          text(params.get("uri"), uri -> span.setAttribute("mcp.resource.uri", uri));
      default -> {}
    }
  }

  /// The tool or prompt, in the form in which ours are listed.
  private static @Nullable String target(String method, Map<String, ?> params) {
    boolean named =
        method.equals(McpSchema.METHOD_TOOLS_CALL) || method.equals(McpSchema.METHOD_PROMPT_GET);
    return named
            && params.get("name") instanceof String name
            && NAME.matcher(name.replaceFirst("\\.", "_")).matches()
        ? name.replaceFirst("\\.", "_")
        : null;
  }

  private static void text(@Nullable Object value, Consumer<String> use) {
    if (value instanceof String text && PRINTABLE.matcher(text).matches()) {
      use.accept(text);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
  }

  /// Reads a trace context out of a map.
  private static final class Meta implements TextMapGetter<Map<String, ?>> {

    @Override
    public Iterable<String> keys(Map<String, ?> carrier) {
      return FIELDS;
    }

    @Override
    public @Nullable String get(@Nullable Map<String, ?> carrier, String key) {
      return carrier != null && carrier.get(key) instanceof String text ? text : null;
    }
  }
}
