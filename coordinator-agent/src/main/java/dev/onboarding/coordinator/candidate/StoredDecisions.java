package dev.onboarding.coordinator.candidate;

import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The last decision of every run, in parts that can be read side by side.
final class StoredDecisions {

  private static final int PART = 500;
  private static final String BATCH = "batch";

  private final JdbcClient jdbc;
  private final JsonMapper json = LeanJson.mapper();

  StoredDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Some runs, by id: after the one, up to the other.
  record Part(UUID after, UUID upTo) {}

  /// What a part holds.
  ///
  /// @param erased runs whose personal facts are gone, so that they cannot be decided again
  /// @param unreadable runs whose record this version cannot read
  record Read(List<StoredDecision> decisions, int erased, List<UUID> unreadable) {}

  /// Every run that was created since then is in exactly one part.
  List<Part> parts(Instant since) {
    var ends =
        jdbc.sql(
                """
                select id from (
                  select id, row_number() over (order by id) as n, count(*) over () as of
                  from coordinator.run where created_at >= :since) numbered
                where n % :part = 0 or n = of order by id\
                """)
            .param("since", utc(since))
            .param("part", PART)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    var parts = new ArrayList<Part>();
    var after = new UUID(0, 0);
    for (var end : ends) {
      parts.add(new Part(after, end));
      after = end;
    }
    return parts;
  }

  Read read(Part part, Instant since) {
    var decisions = new ArrayList<StoredDecision>();
    var unreadable = new ArrayList<UUID>();
    var erased = new ArrayList<UUID>();
    jdbc.sql(
            """
            select r.id, r.account_key, r.mode,
              r.source, r.previous_run is not null as repeated, a.number, a.decided_at,
              a.assessments, a.context, a.decision ->> 'verdict' as verdict,
              a.decision -> 'fired' as fired,
              exists (select from coordinator.erased_run e where e.run_id = r.id) as erased
            from coordinator.run r
            join lateral (
              select * from coordinator.attempt
              where run_id = r.id and decision is not null order by number desc limit 1) a on true
            where r.id > :after and r.id <= :upTo and r.created_at >= :since\
            """)
        .param("after", part.after())
        .param("upTo", part.upTo())
        .param("since", utc(since))
        .query(row -> {
          var run = row.getObject("id", UUID.class);
          if (row.getBoolean("erased")) {
            erased.add(run);
            return;
          }
          try {
            decisions.add(decision(run, row));
          } catch (JacksonException | IllegalArgumentException notReadable) {
            unreadable.add(run);
          }
        });
    return new Read(decisions, erased.size(), unreadable);
  }

  private StoredDecision decision(UUID run, ResultSet row) throws SQLException {
    var decidedAt = row.getObject("decided_at", OffsetDateTime.class).toInstant();
    return new StoredDecision(
        run,
        row.getString("account_key"),
        row.getInt("number"),
        decidedAt,
        json.readValue(row.getString("assessments"), Assessments.class),
        context(row, decidedAt),
        json.readValue(
            "{\"verdict\":\"%s\",\"fired\":%s}"
                .formatted(row.getString("verdict"), row.getString("fired")),
            Judgement.class));
  }

  /// What an older version did not record is taken from the run as it stands.
  private RunContext context(ResultSet row, Instant decidedAt) throws SQLException {
    @Nullable String recorded = row.getString("context");
    if (recorded != null) {
      return json.readValue(recorded, RunContext.class);
    }
    return new RunContext(
        row.getString("mode"),
        row.getString("source"),
        row.getString("source").equals(BATCH),
        row.getInt("number"),
        row.getBoolean("repeated"),
        LocalDate.ofInstant(decidedAt, ZoneOffset.UTC),
        null);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
