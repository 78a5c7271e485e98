package dev.onboarding.edge.transport;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Accepts `salesforce.get_account` for `salesforce_get_account`: some callers write dots, some
/// clients refuse them.
final class ToolCallShape implements McpStatelessServerHandler {

  private static final JSONRPCError NO_CALL =
      new JSONRPCError(
          McpSchema.ErrorCodes.INVALID_PARAMS,
          "A tool call has a name, and its arguments and _meta are objects.");

  private final McpStatelessServerHandler handler;

  ToolCallShape(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  @Override
  public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
    return isShapedLikeACall(request)
        ? handler.handleRequest(context, underscored(request))
        : Mono.just(JSONRPCResponse.error(request.id(), NO_CALL));
  }

  @Override
  public Mono<Void> handleNotification(McpTransportContext context, JSONRPCNotification note) {
    return handler.handleNotification(context, note);
  }

  /// The library would answer other shapes with the words of its JSON reader.
  private static boolean isShapedLikeACall(JSONRPCRequest request) {
    if (!McpSchema.METHOD_TOOLS_CALL.equals(request.method())) {
      return true;
    }
    return request.params() instanceof Map<?, ?> params
        && params.get("name") instanceof String
        && isObject(params.get("arguments"))
        && isObject(params.get("_meta"));
  }

  private static boolean isObject(@Nullable Object value) {
    return value == null || value instanceof Map<?, ?>;
  }

  private static JSONRPCRequest underscored(JSONRPCRequest request) {
    if (McpSchema.METHOD_TOOLS_CALL.equals(request.method())
        && request.params() instanceof Map<?, ?> given
        && given.get("name") instanceof String name
        && name.indexOf('.') >= 0) {
      Map<Object, Object> params = new HashMap<>(given);
      params.put("name", name.replaceFirst("\\.", "_"));
      return new JSONRPCRequest(request.jsonrpc(), request.method(), request.id(), params);
    }
    return request;
  }
}
