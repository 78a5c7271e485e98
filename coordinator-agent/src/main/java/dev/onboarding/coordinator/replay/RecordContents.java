package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.DecisionContent;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.edge.EdgeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the entries of records are about from the rows that the system itself works with.
final class RecordContents {

  private static final JsonMapper JSON = EdgeJson.mapper();

  private final JdbcClient jdbc;

  RecordContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<UUID, List<Content>> of(List<UUID> runs) {
    var all = new HashMap<UUID, List<Content>>();
    read(
        """
        select run_id, number as attempt, decided_at, assessments, context, findings_digest,
          decision, decision_digest, servers
        from coordinator.attempt where run_id in (:runs) and decided_at is not null
        order by run_id, number\
        """,
        runs,
        row -> add(all, row, decision(row)));
    read(
        """
        select run_id, attempt, name, outcome_at, outcome from coordinator.step
        where run_id in (:runs) and outcome is not null order by run_id, attempt, outcome_at\
        """,
        runs,
        row -> add(all, row, step(row)));
    read(
        "select * from coordinator.approval where run_id in (:runs) order by run_id, attempt",
        runs,
        row -> add(all, row, approval(row)));
    read(
        """
        select o.*, 0 as attempt from coordinator.operator_act o
        where run_id in (:runs) order by run_id, number\
        """,
        runs,
        row -> add(all, row, act(row)));
    return all;
  }

  private void read(String sql, List<UUID> runs, RowCallbackHandler row) {
    jdbc.sql(sql).param("runs", runs).query(row);
  }

  private static void add(Map<UUID, List<Content>> all, ResultSet row, Content content)
      throws SQLException {
    all.computeIfAbsent(row.getObject("run_id", UUID.class), run -> new ArrayList<>()).add(content);
  }

  private static Content decision(ResultSet row) throws SQLException {
    var value =
        new DecisionContent(
                json(row, "assessments"),
                json(row, "context"),
                row.getString("findings_digest"),
                json(row, "decision"),
                row.getString("decision_digest"),
                json(row, "servers"))
            .json();
    return new Content(
        EntryKind.DECISION,
        row.getInt("attempt"),
        DecisionContent.NAME,
        StoredRecords.instant(row, "decided_at"),
        value);
  }

  private static Content step(ResultSet row) throws SQLException {
    return new Content(
        EntryKind.STEP,
        row.getInt("attempt"),
        row.getString("name"),
        StoredRecords.instant(row, "outcome_at"),
        json(row, "outcome"));
  }

  private static Content approval(ResultSet row) throws SQLException {
    var value = JSON.createObjectNode();
    value.put("id", row.getString("id"));
    value.put("attempt", row.getInt("attempt"));
    value.put("answer", row.getString("answer"));
    value.put("approver", row.getString("approver"));
    value.put("reason", row.getString("reason"));
    value.put("findings_digest", row.getString("findings_digest"));
    value.put("answered_at", StoredRecords.instant(row, "answered_at").toString());
    return new Content(
        EntryKind.APPROVAL,
        row.getInt("attempt"),
        row.getString("id"),
        at(row, "answered_at"),
        value);
  }

  private static Content act(ResultSet row) throws SQLException {
    var value = JSON.createObjectNode();
    value.put("act", row.getString("act"));
    value.put("person", row.getString("person"));
    value.put("reason", row.getString("reason"));
    value.put("at", StoredRecords.instant(row, "at").toString());
    return new Content(EntryKind.ACT, 0, row.getString("act"), at(row, "at"), value);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return StoredRecords.instant(row, column);
  }

  private static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    if (text == null) {
      return null;
    }
    var node = JSON.readTree(text);
    return node.isNull() ? null : node;
  }
}
