package dev.onboarding.agentkit;

import dev.onboarding.model.CallMeta;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// One server: a long-lived client that connects on first use and again after the server was away.
final class ToolServer implements AutoCloseable {

  private static final String UNAUTHENTICATED = "TOKEN_NOT_ACCEPTED";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final String name;
  private final @Nullable ServerPass pass;
  private final McpAsyncClient client;

  /// @param pass null where the server asks for no token
  ToolServer(
      String name,
      URI endpoint,
      String caller,
      Duration connectTimeout,
      @Nullable ServerPass pass) {
    this.name = name;
    this.pass = pass;
    var transport =
        HttpClientStreamableHttpTransport.builder(
                endpoint.getScheme() + "://" + endpoint.getAuthority())
            .endpoint(endpoint.getPath())
            .openConnectionOnStartup(false)
            .resumableStreams(false)
            .connectTimeout(connectTimeout)
            .customizeClient(http -> http.version(HttpClient.Version.HTTP_1_1))
            .addHttpRequestCustomizer((request, method, address, body, context) -> {
              showTrace(request, context);
              show(request);
            })
            .build();
    this.client =
        McpClient.async(transport)
            .clientInfo(McpSchema.Implementation.builder(caller, "1").build())
            .requestTimeout(LONGEST)
            .build();
  }

  private void show(HttpRequest.Builder request) {
    if (pass != null) {
      pass.show(request);
    }
  }

  CallToolResult call(CallToolRequest request, Duration allowed) {
    return withPass(() -> called(request, allowed));
  }

  private <T> T withPass(Supplier<T> asking) {
    if (pass == null) {
      return asking.get();
    }
    pass.renew();
    try {
      return asking.get();
    } catch (FailureException refused) {
      if (!UNAUTHENTICATED.equals(refused.failure().errorCode())) {
        throw refused;
      }
      // Whoever answers 401 has done nothing yet.
      pass.refused();
      pass.renew();
      return asking.get();
    }
  }

  private CallToolResult called(CallToolRequest request, Duration allowed) {
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
    return withPass(() -> listed(allowed));
  }

  private List<Tool> listed(Duration allowed) {
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
        case McpHttpClientTransportAuthorizationException refused -> {
          return unauthorized(refused.getResponseInfo().statusCode(), what, e);
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

  private FailureException unauthorized(int status, String what, RuntimeException cause) {
    boolean known = status == 403;
    return new FailureException(
        Failure.of(
            known ? ErrorType.AUTHORIZATION : ErrorType.AUTHENTICATION,
            known ? "INSUFFICIENT_SCOPE" : UNAUTHENTICATED,
            status,
            known
                ? "The server %s does not let this application call %s.".formatted(name, what)
                : "The server %s does not accept this application's token.".formatted(name)),
        null,
        cause);
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
