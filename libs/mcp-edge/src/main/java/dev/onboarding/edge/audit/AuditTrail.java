package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import java.sql.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;

/// Writes the calls of one server; rows can be added and never changed.
public final class AuditTrail {

  private static final String INSERT_INTENT =
      """
      insert into audit.intents (id, at, server, tool, run, arguments, arguments_digest)
      values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (id) do nothing\
      """;
  private static final String INSERT_CALL =
      """
      insert into audit.tool_calls (id, at, server, version, tool, caller, run, correlation,
          arguments, arguments_digest, outcome, error_type, error_code, http_status,
          result_digest, micros)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing\
      """;

  private final GatheredRows intents;
  private final GatheredRows calls;
  private final EdgeProperties server;

  public AuditTrail(JdbcTemplate database, EdgeProperties server) {
    this.intents = new GatheredRows(database, INSERT_INTENT);
    this.calls = new GatheredRows(database, INSERT_CALL);
    this.server = server;
  }

  /// Records that a writing tool is about to act, so that a lost outcome leaves a trace.
  public void intend(ToolCall call) {
    intents.write(
        call.id(),
        Timestamp.from(call.at()),
        server.name(),
        call.tool(),
        call.context().run(),
        masked(call),
        Digests.sha256(call.argumentsJson()));
  }

  public void record(ToolCall call) {
    CallContext context = call.context();
    Failure failure = call.failure();
    calls.write(
        call.id(),
        Timestamp.from(call.at()),
        server.name(),
        server.version(),
        call.tool(),
        context.caller(),
        context.run(),
        context.correlation(),
        masked(call),
        Digests.sha256(call.argumentsJson()),
        failure == null ? "ok" : "failed",
        failure == null ? null : failure.errorType().toString(),
        failure == null ? null : failure.errorCode(),
        failure == null ? null : failure.httpStatus(),
        call.resultDigest(),
        call.took().toNanos() / 1_000);
  }

  private static String masked(ToolCall call) {
    return EdgeJson.mapper().writeValueAsString(ArgumentMask.masked(call.arguments()));
  }
}
