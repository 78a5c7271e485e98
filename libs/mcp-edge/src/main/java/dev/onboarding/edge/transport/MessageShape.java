package dev.onboarding.edge.transport;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Lets only messages through whose method and id can stand in a log line, because the library logs
/// them as they are, and lets no exception's words out.
final class MessageShape implements McpStatelessServerHandler {

  private static final Logger log = LoggerFactory.getLogger(MessageShape.class);
  private static final Pattern METHOD = Pattern.compile("[a-zA-Z0-9_$./-]{1,64}");
  private static final Pattern ID = Pattern.compile("[\\x20-\\x7e]{0,128}");
  private static final JSONRPCError NO_MESSAGE =
      new JSONRPCError(
          McpSchema.ErrorCodes.INVALID_REQUEST,
          "A request has a method of at most 64 characters, an id that is a number or at most 128"
              + " printable characters, and params that are an object.");

  private final McpStatelessServerHandler handler;

  MessageShape(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  @Override
  public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
    if (!isId(request.id())) {
      return Mono.just(JSONRPCResponse.error("unreadable", NO_MESSAGE));
    }
    if (!isMethod(request.method()) || !isParams(request.params())) {
      return Mono.just(JSONRPCResponse.error(request.id(), NO_MESSAGE));
    }
    return Mono.defer(() -> handler.handleRequest(context, request))
        .onErrorResume(RuntimeException.class, e -> Mono.just(failed(request, e)))
        .map(answer -> plain(request, answer));
  }

  /// The library throws at some params instead of answering.
  private static JSONRPCResponse failed(JSONRPCRequest request, RuntimeException e) {
    log.warn("{} failed: {}", request.method(), e.getClass().getName());
    log.debug("{} failed", request.method(), e);
    return JSONRPCResponse.error(
        request.id(), new JSONRPCError(McpSchema.ErrorCodes.INTERNAL_ERROR, "failed"));
  }

  /// The library answers a fault with the words of whatever failed, for example its JSON reader's.
  private static JSONRPCResponse plain(JSONRPCRequest request, JSONRPCResponse answer) {
    if (answer.error() == null || answer.error().code() != McpSchema.ErrorCodes.INTERNAL_ERROR) {
      return answer;
    }
    return JSONRPCResponse.error(
        answer.id(),
        new JSONRPCError(
            McpSchema.ErrorCodes.INTERNAL_ERROR,
            "%s failed: its params do not fit, or the server's log has the reason."
                .formatted(request.method())));
  }

  @Override
  public Mono<Void> handleNotification(McpTransportContext context, JSONRPCNotification note) {
    return McpSchema.METHOD_NOTIFICATION_INITIALIZED.equals(note.method())
        ? handler.handleNotification(context, note)
        : Mono.empty();
  }

  private static boolean isMethod(@Nullable String method) {
    return method != null && METHOD.matcher(method).matches();
  }

  private static boolean isId(@Nullable Object id) {
    return id instanceof Number || (id instanceof String text && ID.matcher(text).matches());
  }

  private static boolean isParams(@Nullable Object params) {
    return params == null || params instanceof Map<?, ?>;
  }
}
