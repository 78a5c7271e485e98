package dev.onboarding.agentkit;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallMeta;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tools of other servers over Streamable HTTP.
public final class McpToolServers implements ToolServers, AutoCloseable {

  /// Failures after which it is worth a look whether the server has the tool as it is needed.
  private static final Set<String> MISUNDERSTOOD =
      Set.of("TOOL_REFUSED", "UNREADABLE_ANSWER", "INVALID_ARGUMENT");

  private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

  private final Map<String, ToolServer> servers = new ConcurrentHashMap<>();
  private final Map<String, ServerContract> contracts = new ConcurrentHashMap<>();
  private final List<NeededTool> needed;
  private final CallSpans spans;
  private final AnswerReader answers;
  private final ToolServerProperties properties;
  private final JsonMapper json;
  private final Clock clock;
  private final String caller;
  private final ClientProperties client;
  private final @Nullable AccessTokens tokens;

  /// On what an application calls others.
  ///
  /// @param needed what it cannot do without; a call of such a tool fails clearly while the server
  ///   lacks it
  /// @param client how it gets the tokens that it shows
  /// @param telemetry where the spans of calls go
  public record Terms(NeededTools needed, ClientProperties client, OpenTelemetry telemetry) {

    static final Terms NONE =
        new Terms(NeededTools.NONE, ClientProperties.NONE, OpenTelemetry.noop());
  }

  /// @param caller the name under which this application calls, for example `contract-agent`
  public McpToolServers(
      ToolServerProperties properties, JsonMapper json, Clock clock, String caller) {
    this(properties, json, clock, caller, Terms.NONE);
  }

  public McpToolServers(
      ToolServerProperties properties, JsonMapper json, Clock clock, String caller, Terms terms) {
    this.needed = terms.needed().tools();
    this.spans = new CallSpans(terms.telemetry());
    this.answers = new AnswerReader(json, clock);
    this.properties = properties;
    this.json = json;
    this.clock = clock;
    this.caller = caller;
    this.client = terms.client();
    this.tokens = client.hasTokens() ? new ClientCredentials(client, json, clock) : null;
  }

  @Override
  public ToolAnswer<Object> call(String server, String tool, Object arguments, Type type) {
    Duration allowed = remaining(server, tool);
    ServerContract contract = contract(server);
    Supplier<List<Tool>> listing = () -> server(server).tools(allowed);
    contract.require(tool, listing);
    try {
      ToolAnswer<Object> answer = traced(server, tool, arguments, type, allowed);
      contract.answered(tool, answer.server(), listing);
      return answer;
    } catch (FailureException failed) {
      if (MISUNDERSTOOD.contains(failed.failure().errorCode())) {
        contract.doubt();
        contract.require(tool, listing);
      }
      throw failed;
    }
  }

  /// What the servers that this application needs something of lack of it, by server and tool;
  /// nothing for a server that is not reached. Looks again where it is time to.
  Map<String, Optional<Map<String, List<String>>>> lacking() {
    Map<String, Optional<Map<String, List<String>>>> lacking = new TreeMap<>();
    needed.stream()
        .map(NeededTool::server)
        .distinct()
        .filter(name -> properties.servers().containsKey(name))
        .forEach(name ->
            lacking.put(
                name, contract(name).lacks(() -> server(name).tools(properties.connectTimeout()))));
    return lacking;
  }

  private ServerContract contract(String server) {
    return contracts.computeIfAbsent(
        server,
        name ->
            new ServerContract(
                name,
                caller,
                needed.stream().filter(need -> need.server().equals(name)).toList(),
                properties.contractRecheck(),
                clock));
  }

  private ToolAnswer<Object> traced(
      String server, String tool, Object arguments, Type type, Duration allowed) {
    Span span = spans.begin(properties.servers().get(server), tool);
    try (Scope _ = span.makeCurrent()) {
      return called(server, tool, arguments, type, allowed);
    } catch (FailureException failed) {
      spans.failed(span, failed.failure());
      throw failed;
    } finally {
      span.end();
    }
  }

  private ToolAnswer<Object> called(
      String server, String tool, Object arguments, Type type, Duration allowed) {
    var request =
        CallToolRequest.builder(tool)
            .arguments(json.convertValue(arguments, ARGUMENTS))
            .meta(meta(allowed))
            .build();
    CallTally tally = CallTally.current();
    tally.called();
    tally.attempted();
    CallToolResult result = server(server).call(request, allowed);
    if (Boolean.TRUE.equals(result.isError())) {
      throw new FailureException(answers.failure(server, tool, result));
    }
    return answers.answer(server, tool, result, type);
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
    String traceparent = CallSpans.traceparent(Span.current());
    if (traceparent != null) {
      meta.put(CallMeta.TRACEPARENT, traceparent);
    }
    if (context.callerClass() == CallerClass.PERSON) {
      meta.put(CallMeta.CALLER_CLASS, CallerClass.PERSON.toString());
    }
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

  @Override
  public void close() {
    servers.values().forEach(ToolServer::close);
  }
}
