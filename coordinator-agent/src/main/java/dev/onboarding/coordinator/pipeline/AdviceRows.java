package dev.onboarding.coordinator.pipeline;

import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.coordinator.report.Addendum;
import dev.onboarding.coordinator.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What models were asked about the decisions of runs, and what they answered; callers bring the
/// transaction.
public final class AdviceRows {

  /// The one character that no text of the database can hold.
  private static final char NUL = 0;

  private static final char REPLACEMENT = '\ufffd';

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public AdviceRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// In the order in which they came, also those in which no model has a word.
  public List<Addendum> of(RunId run) {
    return jdbc.sql("select * from coordinator.advice where run_id = ? order by attempt, number")
        .param(run.value())
        .query((row, number) -> row(row))
        .list();
  }

  /// The addenda of one attempt's report.
  public List<Addendum> told(RunId run, int attempt) {
    return of(run).stream().filter(each -> each.attempt() == attempt && each.isTold()).toList();
  }

  /// Under the next number of its attempt, whatever number it has. A task that was answered before
  /// keeps that answer.
  public void add(RunId run, Addendum addendum) {
    jdbc.sql(
            """
            insert into coordinator.advice
              (run_id, attempt, number, task, origin, content, text, created_at)
            select :run, :attempt, 1 + coalesce(max(number), 0), :task, cast(:origin as jsonb),
              cast(:content as jsonb), :text, :at
            from coordinator.advice where run_id = :run and attempt = :attempt
            on conflict on constraint advice_once do nothing\
            """)
        .param("run", run.value())
        .param("attempt", addendum.attempt())
        .param("task", addendum.task())
        .param("origin", json.writeValueAsString(addendum.origin()))
        .param("content", content(addendum.content()))
        .param("text", addendum.isTold() ? storable(String.join("\n", addendum.text())) : null)
        .param("at", addendum.addedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private @Nullable String content(@Nullable JsonNode content) {
    return content == null ? null : json.writeValueAsString(content).replace("\\u0000", "\\ufffd");
  }

  private static String storable(String text) {
    return text.replace(NUL, REPLACEMENT);
  }

  private Addendum row(ResultSet row) throws SQLException {
    var text = row.getString("text");
    var content = row.getString("content");
    return new Addendum(
        row.getInt("attempt"),
        row.getInt("number"),
        row.getString("task"),
        json.readValue(row.getString("origin"), Origin.class),
        text == null ? List.of() : text.lines().toList(),
        content == null ? null : json.readTree(content),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
