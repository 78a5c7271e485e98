package dev.onboarding.agentkit;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One span for each call of another server's tool, by OpenTelemetry's conventions for MCP. It is
/// the child of what this thread serves; what serves nobody else belongs to the trace of its run,
/// whose id is the run's, so that a run's calls are found without looking anything up.
final class CallSpans {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int TRACE_LENGTH = 32;

  private final Tracer tracer;

  CallSpans(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("dev.onboarding.agentkit");
  }

  Span begin(@Nullable URI endpoint, String tool) {
    Span span =
        tracer
            .spanBuilder("tools/call " + tool)
            .setSpanKind(SpanKind.CLIENT)
            .setParent(parent())
            .startSpan();
    if (span.isRecording()) {
      span.setAttribute("mcp.method.name", "tools/call");
      span.setAttribute("gen_ai.operation.name", "execute_tool");
      span.setAttribute("gen_ai.tool.name", tool);
      span.setAttribute("network.transport", "tcp");
      span.setAttribute("network.protocol.name", "http");
      String run = CallContext.current().run();
      if (run != null) {
        span.setAttribute("onboarding.run.id", run);
      }
      if (endpoint != null && endpoint.getHost() != null) {
        span.setAttribute("server.address", endpoint.getHost());
        if (endpoint.getPort() > 0) {
          span.setAttribute("server.port", (long) endpoint.getPort());
        }
      }
    }
    return span;
  }

  void failed(Span span, Failure failure) {
    span.setAttribute("error.type", failure.errorType().toString());
    span.setAttribute("onboarding.error.code", failure.errorCode());
    span.setStatus(StatusCode.ERROR);
  }

  /// The header and `_meta` value by which the other side goes on with this span; null when there
  /// is no trace.
  static @Nullable String traceparent(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }

  private static Context parent() {
    Context current = Context.current();
    String run = CallContext.current().run();
    if (Span.fromContext(current).getSpanContext().isValid()
        || run == null
        || !UUID.matcher(run).matches()) {
      return current;
    }
    String trace = run.replace("-", "");
    return current.with(
        Span.wrap(
            SpanContext.createFromRemoteParent(
                trace,
                trace.substring(TRACE_LENGTH / 2),
                TraceFlags.getSampled(),
                TraceState.getDefault())));
  }
}
