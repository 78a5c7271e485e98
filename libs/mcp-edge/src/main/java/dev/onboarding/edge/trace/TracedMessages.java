package dev.onboarding.edge.trace;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// Handles each request within its span, on the thread of the request, so that whatever the tool
/// calls belongs to it.
public final class TracedMessages implements McpStatelessServerHandler {

  private static final List<String> HEADERS =
      List.of("traceparent", "tracestate", "mcp-protocol-version");

  private final McpStatelessServerHandler handler;
  private final ServerSpans spans;

  public TracedMessages(McpStatelessServerHandler handler, ServerSpans spans) {
    this.handler = handler;
    this.spans = spans;
  }

  @Override
  public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
    return Mono.deferContextual(view -> Mono.justOrEmpty(traced(context, request, view)));
  }

  private @Nullable JSONRPCResponse traced(
      McpTransportContext context, JSONRPCRequest request, ContextView view) {
    Span span = spans.begin(request, headers());
    try (Scope _ = span.makeCurrent()) {
      JSONRPCResponse answer = handler.handleRequest(context, request).contextWrite(view).block();
      spans.end(span, answer);
      return answer;
    } catch (RuntimeException e) {
      spans.failed(span, e.getClass().getName());
      span.end();
      throw e;
    }
  }

  @Override
  public Mono<Void> handleNotification(McpTransportContext context, JSONRPCNotification note) {
    return handler.handleNotification(context, note);
  }

  private static Map<String, String> headers() {
    Map<String, String> found = new HashMap<>();
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      for (String name : HEADERS) {
        String value = current.getRequest().getHeader(name);
        if (value != null) {
          found.put(name, value);
        }
      }
    }
    return found;
  }
}
