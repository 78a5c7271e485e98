package dev.onboarding.coordinator.run;

import dev.onboarding.coordinator.ledger.DecisionContent;
import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.Ledger;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every attempt of every run with its decision, all kept; callers bring the transaction.
public final class Attempts {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  public Attempts(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  void begin(RunId run, int number) {
    jdbc.sql("insert into coordinator.attempt (run_id, number, started_at) values (?, ?, ?)")
        .params(run.value(), number, now())
        .update();
  }

  /// Which servers answered for the run, each by name and version, and what the CRM called the
  /// account, for lists and for recognising it by either name.
  ///
  /// @param accountId null when the CRM does not know the account; what was known then stays
  public void established(
      Run run, List<String> servers, @Nullable String accountId, @Nullable String accountName) {
    jdbc.sql(
            """
            update coordinator.run set agents = cast(:servers as jsonb),
              account_id = coalesce(:account, account_id),
              account_name = case when cast(:account as text) is null then account_name
                else :name end
            where id = :id\
            """)
        .param("servers", json.writeValueAsString(servers))
        .param("account", accountId, Types.VARCHAR)
        .param("name", accountName, Types.VARCHAR)
        .param("id", run.id().value())
        .update();
  }

  /// Keeps what the current attempt came to, and binds it into the run's record.
  public void decide(Run run, Decided decided) {
    // As exact as the store, so that the entry and the row say the same.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var content = content(decided);
    Ledger.bind(
            jdbc.sql(
                Ledger.APPEND
                    + """
                    , verdict as (update coordinator.run set verdict = :verdict where id = :run)
                    update coordinator.attempt set decided_at = :now,
                      assessments = cast(:assessments as jsonb), context = cast(:context as jsonb),
                      servers = cast(:servers as jsonb), findings_digest = :findingsDigest,
                      decision = cast(:decision as jsonb), decision_digest = :decisionDigest,
                      shadow = cast(:shadow as jsonb)
                    where run_id = :run and number = :number\
                    """),
            run.identity(),
            Entry.lasting(
                EntryKind.DECISION, run.attempt(), DecisionContent.NAME, at, content.json()))
        .param("now", at.atOffset(ZoneOffset.UTC))
        .param("assessments", text(content.assessments()))
        .param("context", text(content.context()))
        .param("servers", text(content.servers()))
        .param("findingsDigest", decided.findingsDigest())
        .param("decision", text(content.decision()))
        .param("decisionDigest", decided.decisionDigest())
        .param("shadow", text(decided.shadow()))
        .param("run", run.id().value())
        .param("number", run.attempt())
        .param("verdict", decided.decision().verdict().name())
        .update();
  }

  private DecisionContent content(Decided decided) {
    return new DecisionContent(
        json.valueToTree(decided.assessments()),
        decided.context() == null ? null : json.valueToTree(decided.context()),
        decided.findingsDigest(),
        json.valueToTree(decided.decision()),
        decided.decisionDigest(),
        json.valueToTree(decided.servers()));
  }

  private @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : json.writeValueAsString(value);
  }

  public Optional<Attempt> find(RunId run, int number) {
    return of(run).stream().filter(attempt -> attempt.number() == number).findFirst();
  }

  /// Oldest first.
  public List<Attempt> of(RunId run) {
    return jdbc.sql("select * from coordinator.attempt where run_id = ? order by number")
        .param(run.value())
        .query((row, number) -> row(row))
        .list();
  }

  private Attempt row(ResultSet row) throws SQLException {
    var assessments = row.getString("assessments");
    var context = row.getString("context");
    var decision = row.getString("decision");
    return new Attempt(
        row.getInt("number"),
        RunRows.required(row, "started_at"),
        RunRows.instant(row, "decided_at"),
        assessments == null ? null : json.readValue(assessments, Assessments.class),
        context == null ? null : json.readValue(context, RunContext.class),
        row.getString("findings_digest"),
        decision == null ? null : json.readValue(decision, Decision.class),
        row.getString("decision_digest"));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
