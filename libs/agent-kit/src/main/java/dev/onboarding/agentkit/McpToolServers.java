package dev.onboarding.agentkit;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallMeta;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tools of other servers over Streamable HTTP.
public final class McpToolServers implements ToolServers, AutoCloseable {

  private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

  private final Map<String, ToolServer> servers = new ConcurrentHashMap<>();
  private final ToolServerProperties properties;
  private final JsonMapper json;
  private final Clock clock;
  private final String caller;
  private final ClientProperties client;
  private final @Nullable AccessTokens tokens;

  /// @param caller the name under which this application calls, for example `contract-agent`
  public McpToolServers(
      ToolServerProperties properties, JsonMapper json, Clock clock, String caller) {
    this(properties, json, clock, caller, ClientProperties.NONE);
  }

  /// @param client how this application gets the tokens that it shows
  public McpToolServers(
      ToolServerProperties properties,
      JsonMapper json,
      Clock clock,
      String caller,
      ClientProperties client) {
    this.properties = properties;
    this.json = json;
    this.clock = clock;
    this.caller = caller;
    this.client = client;
    this.tokens = client.hasTokens() ? new ClientCredentials(client, json, clock) : null;
  }

  @Override
  public ToolAnswer<Object> call(String server, String tool, Object arguments, Type type) {
    Duration allowed = remaining(server, tool);
    var request =
        CallToolRequest.builder(tool)
            .arguments(json.convertValue(arguments, ARGUMENTS))
            .meta(meta(allowed))
            .build();
    CallToolResult result = server(server).call(request, allowed);
    if (Boolean.TRUE.equals(result.isError())) {
      throw new FailureException(failure(server, tool, result));
    }
    return answer(server, tool, result, type);
  }

  private ToolAnswer<Object> answer(String server, String tool, CallToolResult result, Type type) {
    try {
      Object value =
          json.convertValue(result.structuredContent(), json.getTypeFactory().constructType(type));
      Map<String, Object> meta = result.meta() == null ? Map.of() : result.meta();
      String readAt = text(meta.get(CallMeta.READ_AT));
      return new ToolAnswer<>(
          value,
          tool,
          text(meta.get(CallMeta.CALL)),
          readAt == null ? clock.instant() : Instant.parse(readAt),
          text(meta.get(CallMeta.DIGEST)),
          text(meta.get(CallMeta.SERVER)));
    } catch (JacksonException e) {
      throw unreadable(server, tool, e);
    }
  }

  private Failure failure(String server, String tool, CallToolResult result) {
    try {
      if (result.structuredContent() != null) {
        return json.convertValue(result.structuredContent(), Failure.class);
      }
    } catch (JacksonException e) {
      throw unreadable(server, tool, e);
    }
    return Failure.of(
        ErrorType.SERVER_ERROR,
        "UNREADABLE_ANSWER",
        null,
        "%s failed in %s without saying why.".formatted(tool, server));
  }

  private static FailureException unreadable(String server, String tool, JacksonException cause) {
    return new FailureException(
        Failure.of(
            ErrorType.SERVER_ERROR,
            "UNREADABLE_ANSWER",
            null,
            "%s of %s answered in a form that this version cannot read.".formatted(tool, server)),
        null,
        cause);
  }

  private Duration remaining(String server, String tool) {
    Instant deadline = CallContext.current().deadline();
    if (deadline == null) {
      return properties.callTimeout();
    }
    Duration left = Duration.between(clock.instant(), deadline);
    if (!left.isPositive()) {
      throw new FailureException(
          Failure.of(
              ErrorType.NETWORK,
              "DEADLINE_PASSED",
              null,
              "There was no time left to call %s of %s.".formatted(tool, server)));
    }
    return left.compareTo(properties.callTimeout()) < 0 ? left : properties.callTimeout();
  }

  private Map<String, Object> meta(Duration allowed) {
    CallContext context = CallContext.current();
    Map<String, Object> meta = new HashMap<>();
    meta.put(CallMeta.CALLER, caller);
    meta.put(CallMeta.DEADLINE, clock.instant().plus(allowed).toString());
    if (context.run() != null) {
      meta.put(CallMeta.RUN, context.run());
    }
    if (context.correlation() != null) {
      meta.put(CallMeta.CORRELATION, context.correlation());
    }
    return meta;
  }

  private ToolServer server(String name) {
    return servers.computeIfAbsent(
        name,
        missing -> {
          URI endpoint = properties.servers().get(missing);
          if (endpoint == null) {
            throw new IllegalStateException(
                "No address for the server '%s': set onboarding.tools.servers.%s"
                    .formatted(missing, missing));
          }
          return new ToolServer(
              missing, endpoint, caller, properties.connectTimeout(), pass(missing, endpoint));
        });
  }

  private @Nullable ServerPass pass(String server, URI endpoint) {
    return tokens == null
        ? null
        : new ServerPass(
            tokens,
            client.resources().getOrDefault(server, endpoint),
            client.scopes().getOrDefault(server, ""));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  @Override
  public void close() {
    servers.values().forEach(ToolServer::close);
  }
}
