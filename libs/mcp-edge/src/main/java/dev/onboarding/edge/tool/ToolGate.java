package dev.onboarding.edge.tool;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.CalledBy;
import dev.onboarding.edge.audit.Digests;
import dev.onboarding.edge.audit.ToolCall;
import dev.onboarding.edge.security.Admission;
import dev.onboarding.edge.security.Caller;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallMeta;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.micrometer.core.instrument.MeterRegistry;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// What every call passes, in this order: context, scope, arguments, intent of a write, the tool
/// itself, audit, answer.
public final class ToolGate {

  private static final Logger log = LoggerFactory.getLogger(ToolGate.class);
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final String NUL = "\\u0000";

  private final String server;
  private final AuditTrail audit;
  private final JsonSchemaValidator schemas;
  private final MeterRegistry meters;
  private final Clock clock;
  private final ToolContracts contracts = new ToolContracts();

  /// @param server name and version under which every answer is signed
  public ToolGate(
      String server,
      AuditTrail audit,
      JsonSchemaValidator schemas,
      MeterRegistry meters,
      Clock clock) {
    this.server = server;
    this.audit = audit;
    this.schemas = schemas;
    this.meters = meters;
    this.clock = clock;
  }

  CallToolResult pass(
      ToolMethod method, McpSchema.Tool tool, CallToolRequest request, Admission admission) {
    CallContext context = contextOf(request.meta(), admission.caller());
    try (var _ = MDC.putCloseable("run", context.run());
        var _ = MDC.putCloseable("correlation", context.correlation())) {
      return context.call(() -> audited(method, tool, request, context, admission));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private CallToolResult audited(
      ToolMethod method,
      McpSchema.Tool tool,
      CallToolRequest request,
      CallContext context,
      Admission admission) {
    Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
    CallTally tally = new CallTally();
    ToolCall call =
        ToolCall.begun(
            method.name(),
            contracts.of(tool),
            context,
            calledBy(admission.caller()),
            TraceId.of(request.meta()),
            arguments,
            clock.instant());
    try {
      Answer answer = refusal(tool, call, admission.refuses(tool));
      if (answer != null) {
        call = call.withoutArguments();
      } else {
        if (method.writes()) {
          audit.intend(call);
        }
        answer = tally.get(() -> answerOf(method, arguments));
      }
      Duration took = Duration.between(call.at(), clock.instant());
      audit.record(
          call.ended(new ToolCall.Ended(answer.digest(), answer.failure(), took, tally.figures())));
      count(method, answer, took);
      log.info("{} {} in {} ms", method.name(), answer.outcome(), took.toMillis());
      return answer.result(call, server);
    } catch (RuntimeException e) {
      log.error("The call of {} could not be audited, so its answer is withheld", method.name(), e);
      return Answer.of(
              Failure.of(
                  ErrorType.SERVER_ERROR,
                  "AUDIT_UNAVAILABLE",
                  null,
                  "The audit trail cannot be written, so no answer is given."))
          .result(call, server);
    }
  }

  private static CalledBy calledBy(@Nullable Caller caller) {
    return caller == null ? CalledBy.UNKNOWN : new CalledBy(caller.subject(), caller.client());
  }

  private Answer answerOf(ToolMethod method, Map<String, Object> arguments) {
    try {
      return Answer.of(method.invoke(arguments), clock.instant());
    } catch (FailureException e) {
      return Answer.of(e.failure());
    } catch (IllegalArgumentException e) {
      return Answer.of(Failure.invalid("INVALID_ARGUMENT", String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      log.error("Tool {} failed by a fault of its own", method.name(), e);
      return Answer.of(
          Failure.of(
              ErrorType.SERVER_ERROR,
              "INTERNAL_ERROR",
              500,
              "The server failed by a fault of its own; its log has the details."));
    }
  }

  /// Why the caller or the arguments are not taken; null when they are.
  private @Nullable Answer refusal(
      McpSchema.Tool tool, ToolCall call, @Nullable String missingScope) {
    if (missingScope != null) {
      return Answer.of(
          new Failure(
              ErrorType.AUTHORIZATION,
              "INSUFFICIENT_SCOPE",
              403,
              "%s needs the scope %s.".formatted(tool.name(), missingScope),
              "Ask for a token with this scope.",
              "Caller"));
    }
    var checked = schemas.validate(tool.inputSchema(), call.arguments());
    if (!checked.valid()) {
      return Answer.of(
          Failure.invalid(
              "INVALID_ARGUMENT",
              "The arguments of %s do not fit: %s".formatted(tool.name(), checked.errorMessage())));
    }
    if (call.argumentsJson().contains(NUL)) {
      return Answer.of(
          Failure.invalid(
              "INVALID_ARGUMENT",
              "The arguments of %s contain the character NUL.".formatted(tool.name())));
    }
    return null;
  }

  private void count(ToolMethod method, Answer answer, Duration took) {
    Failure failure = answer.failure();
    meters
        .timer(
            "mcp.tool.calls",
            "tool",
            method.name(),
            "outcome",
            failure == null ? "ok" : failure.errorType().toString())
        .record(took);
  }

  /// What a caller says of itself counts only where it has no token.
  private static CallContext contextOf(
      @Nullable Map<String, Object> meta, @Nullable Caller caller) {
    Map<String, Object> given = meta == null ? Map.of() : meta;
    return new CallContext(
        text(given.get(CallMeta.RUN)),
        text(given.get(CallMeta.CORRELATION)),
        caller == null ? text(given.get(CallMeta.CALLER)) : caller.name(),
        instant(text(given.get(CallMeta.DEADLINE))),
        caller != null && caller.isPerson()
            ? CallerClass.PERSON
            : CallerClass.of(text(given.get(CallMeta.CALLER_CLASS))));
  }

  /// A name that may stand in a log line, a header and a row; anything else is as good as none.
  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && NAME.matcher(text).matches() ? text : null;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      return null;
    }
  }

  /// What is sent back: a value with its digest, or a failure under its six names.
  private record Answer(
      @Nullable Object structured,
      List<McpSchema.Content> content,
      @Nullable String digest,
      @Nullable Instant readAt,
      @Nullable Failure failure) {

    static Answer of(Object value, Instant readAt) {
      String json = EdgeJson.mapper().writeValueAsString(value);
      return value instanceof Blocks blocks
          ? new Answer(null, blocks.content(), Digests.sha256(json), readAt, null)
          : new Answer(asMap(value), text(json), Digests.sha256(json), readAt, null);
    }

    static Answer of(Failure failure) {
      String json = EdgeJson.mapper().writeValueAsString(failure);
      return new Answer(asMap(failure), text(json), null, null, failure);
    }

    private static List<McpSchema.Content> text(String json) {
      return List.of(McpSchema.TextContent.builder(json).build());
    }

    /// `ok`, or the failure's code; never its text, which may hold what was asked for.
    String outcome() {
      return failure == null ? "ok" : failure.errorCode();
    }

    private static Object asMap(Object value) {
      return EdgeJson.mapper().convertValue(value, Map.class);
    }

    CallToolResult result(ToolCall call, String server) {
      Map<String, Object> meta = new LinkedHashMap<>();
      meta.put(CallMeta.CALL, call.id().toString());
      meta.put(CallMeta.SERVER, server);
      if (digest != null && readAt != null) {
        meta.put(CallMeta.DIGEST, digest);
        meta.put(CallMeta.READ_AT, readAt.toString());
      }
      var result = CallToolResult.builder(content).isError(failure != null).meta(meta);
      if (structured != null) {
        result.structuredContent(structured);
      }
      return result.build();
    }
  }
}
