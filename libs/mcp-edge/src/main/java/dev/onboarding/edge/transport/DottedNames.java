package dev.onboarding.edge.transport;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Accepts `salesforce.get_account` for `salesforce_get_account`: some callers write dots, some
/// clients refuse them.
final class DottedNames implements McpStatelessServerHandler {

  private final McpStatelessServerHandler handler;

  DottedNames(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  @Override
  public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
    return handler.handleRequest(context, underscored(request));
  }

  @Override
  public Mono<Void> handleNotification(McpTransportContext context, JSONRPCNotification note) {
    return handler.handleNotification(context, note);
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
