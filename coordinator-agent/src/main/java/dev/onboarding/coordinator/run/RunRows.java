package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads one row of the table of runs.
final class RunRows implements RowMapper<Run> {

  private static final TypeReference<List<String>> AGENTS = new TypeReference<>() {};

  private final JsonMapper json;

  RunRows(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Run mapRow(ResultSet row, int number) throws SQLException {
    var verdict = row.getString("verdict");
    var failure = row.getString("failure");
    return new Run(
        new RunId(row.getObject("id", UUID.class)),
        row.getString("source"),
        row.getString("correlation_id"),
        row.getString("account_key"),
        row.getString("account_id"),
        row.getString("account_name"),
        row.getString("opportunity_id"),
        Mode.valueOf(row.getString("mode")),
        RunState.valueOf(row.getString("state")),
        row.getInt("priority"),
        row.getInt("attempt"),
        row.getLong("epoch"),
        row.getLong("ticket"),
        runId(row, "previous_run"),
        runId(row, "behind"),
        row.getBoolean("cancelling"),
        runId(row, "continued_in"),
        verdict == null ? null : Verdict.valueOf(verdict),
        failure == null ? null : json.readValue(failure, Failure.class),
        instant(row, "wake_at"),
        versions(row),
        required(row, "created_at"),
        required(row, "updated_at"),
        instant(row, "ended_at"));
  }

  private static @Nullable RunId runId(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new RunId(id);
  }

  private Versions versions(ResultSet row) throws SQLException {
    var agents = row.getString("agents");
    return new Versions(
        row.getString("coordinator"),
        row.getString("rule_set"),
        row.getString("rule_set_digest"),
        row.getString("prompts"),
        agents == null ? List.of() : json.readValue(agents, AGENTS),
        row.getString("shadow_digest"),
        row.getString("checklist_digest"),
        row.getString("checklist_shadow_digest"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instant(row, column), column);
  }
}
