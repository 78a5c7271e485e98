package dev.onboarding.edge.transport;

import dev.onboarding.edge.security.Admission;
import dev.onboarding.edge.security.ProtectedResource;
import dev.onboarding.edge.trace.ServerSpans;
import dev.onboarding.edge.trace.TracedMessages;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.EntityResponse;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/// The library's stateless HTTP transport with our handler in front of the server's.
public final class EdgeTransport implements McpStatelessServerTransport {

  private final WebMvcStatelessServerTransport http;
  private final ServerSpans spans;
  private final @Nullable ProtectedResource resource;

  /// @param resource how callers get a better token; null where they have none
  public EdgeTransport(
      WebMvcStatelessServerTransport http,
      ServerSpans spans,
      @Nullable ProtectedResource resource) {
    this.http = http;
    this.spans = spans;
    this.resource = resource;
  }

  public RouterFunction<ServerResponse> routes() {
    return http.getRouterFunction()
        .filter((request, next) -> challenged(request, withoutTrace(next.handle(request))));
  }

  /// A tool that was refused for want of a scope is an answer of status 403, so that a client knows
  /// what to ask its person for.
  private ServerResponse challenged(ServerRequest request, ServerResponse response) {
    String scope = Admission.missingScope(request);
    if (scope == null || resource == null || !(response instanceof EntityResponse<?> answer)) {
      return response;
    }
    return ServerResponse.status(HttpStatus.FORBIDDEN)
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            resource.challenge("insufficient_scope", "The tool needs another scope", scope))
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.entity());
  }

  /// The library answers what it cannot read with the exception itself, stack trace and all.
  private static ServerResponse withoutTrace(ServerResponse response) {
    if (!(response instanceof EntityResponse<?> answer && answer.entity() instanceof McpError)) {
      return response;
    }
    boolean callers = response.statusCode().is4xxClientError();
    return ServerResponse.status(response.statusCode())
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "jsonrpc",
                "2.0",
                "error",
                Map.of(
                    "code",
                    callers
                        ? McpSchema.ErrorCodes.PARSE_ERROR
                        : McpSchema.ErrorCodes.INTERNAL_ERROR,
                    "message",
                    callers
                        ? "The body is no JSON-RPC message that this server accepts."
                        : "The message could not be handled.")));
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    http.setMcpHandler(new MessageShape(new TracedMessages(new ToolCallShape(handler), spans)));
  }

  @Override
  public Mono<Void> closeGracefully() {
    return http.closeGracefully();
  }

  @Override
  public List<String> protocolVersions() {
    return http.protocolVersions();
  }
}
