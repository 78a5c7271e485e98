package dev.onboarding.agentkit;

import dev.onboarding.model.CallMeta;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// One server: a long-lived client that connects on first use and again after the server was away.
final class ToolServer implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final String name;
  private final McpAsyncClient client;

  ToolServer(String name, URI endpoint, String caller, Duration connectTimeout) {
    this.name = name;
    var transport =
        HttpClientStreamableHttpTransport.builder(
                endpoint.getScheme() + "://" + endpoint.getAuthority())
            .endpoint(endpoint.getPath())
            .openConnectionOnStartup(false)
            .resumableStreams(false)
            .connectTimeout(connectTimeout)
            .customizeClient(http -> http.version(HttpClient.Version.HTTP_1_1))
            .addHttpRequestCustomizer(
                (message, method, address, body, context) -> showTrace(message, context))
            .build();
    this.client =
        McpClient.async(transport)
            .clientInfo(McpSchema.Implementation.builder(caller, "1").build())
            .requestTimeout(LONGEST)
            .build();
  }

  CallToolResult call(CallToolRequest request, Duration allowed) {
    try {
      CallToolResult result =
          client.callTool(request).contextWrite(trace(request)).timeout(allowed).block();
      if (result == null) {
        throw failed(ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER", "gave an empty answer", null);
      }
      return result;
    } catch (FailureException e) {
      throw e;
    } catch (RuntimeException e) {
      throw translated(request.name(), e);
    }
  }

  /// The trace also stands in the header, for what reads HTTP only.
  private static void showTrace(HttpRequest.Builder message, McpTransportContext context) {
    if (context.get(CallMeta.TRACEPARENT) instanceof String traceparent) {
      message.setHeader(CallMeta.TRACEPARENT, traceparent);
    }
  }

  private static ContextView trace(CallToolRequest request) {
    Map<String, Object> meta = request.meta() == null ? Map.of() : request.meta();
    return meta.get(CallMeta.TRACEPARENT) instanceof String traceparent
        ? Context.of(
            McpTransportContext.KEY,
            McpTransportContext.create(Map.of(CallMeta.TRACEPARENT, traceparent)))
        : Context.empty();
  }

  /// Every tool that the server lists.
  List<Tool> tools(Duration allowed) {
    try {
      ListToolsResult listed = client.listTools().timeout(allowed).block();
      return listed == null ? List.of() : listed.tools();
    } catch (RuntimeException e) {
      throw translated("tools/list", e);
    }
  }

  private FailureException translated(String what, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ConnectException _, HttpConnectTimeoutException _ -> {
          return failed(ErrorType.NETWORK, ServerAway.UNREACHABLE, "could not be reached", e);
        }
        case TimeoutException _ -> {
          return failed(
              ErrorType.INDETERMINATE,
              ServerAway.ANSWER_LOST,
              "did not answer %s in time".formatted(what),
              e);
        }
        case McpError refused -> {
          return failed(
              ErrorType.SERVER_ERROR,
              "TOOL_REFUSED",
              "refused %s: %s".formatted(what, refused.getMessage()),
              e);
        }
        default -> {}
      }
    }
    return failed(
        ErrorType.INDETERMINATE,
        ServerAway.ANSWER_LOST,
        "was lost while it worked on %s".formatted(what),
        e);
  }

  private FailureException failed(
      ErrorType type, String code, String how, @Nullable Throwable cause) {
    return new FailureException(
        Failure.of(type, code, null, "The server %s %s.".formatted(name, how)), null, cause);
  }

  @Override
  public void close() {
    client.close();
  }
}
