package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.pipeline.Gathered;
import dev.onboarding.coordinator.pipeline.Judged;
import dev.onboarding.coordinator.pipeline.StepNames;
import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.run.Decided;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.finding.Assessments;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Runs as the pipeline records them, in a real database, and what proves them.
public final class ProvenRuns {

  public static final RuleSet POLICY = RuleSet.onboardingPolicy();

  public final RunDatabase database = new RunDatabase();
  public final RuleTexts texts = this::text;
  public final StoredRecords records =
      new StoredRecords(database.jdbc, new DataSourceTransactionManager(database.dataSource));

  public ProvenRuns() {
    keepPolicy();
  }

  private void keepPolicy() {
    database
        .jdbc
        .sql(
            """
            insert into coordinator.rule_set (digest, version, content, stored_at)
            values (?, ?, ?, now()) on conflict (digest) do update set content = excluded.content\
            """)
        .params(POLICY.digest(), POLICY.version(), RuleSet.onboardingPolicyText())
        .update();
  }

  private Optional<String> text(String digest) {
    return database
        .jdbc
        .sql("select content from coordinator.rule_set where digest = ?")
        .param(digest)
        .query(String.class)
        .optional();
  }

  /// Gathered, judged, and something done.
  public Run decided(String account, Assessments assessments) {
    var run = database.open("e-" + account, account);
    var json = EdgeJson.mapper();
    var decision = POLICY.decide(assessments, Contexts.PLAIN);
    var servers = List.of("mcp-salesforce/0.1.0");
    return database.stores.inTransaction(() -> {
      var journal = database.stores.journal();
      journal.recordKnown(
          run,
          StepNames.GATHER,
          new Gathered(assessments, null, ZoneOffset.UTC, servers, database.clock.instant()));
      var digest = Digests.ofJson(json.valueToTree(decision));
      database
          .stores
          .attempts()
          .decide(
              run,
              new Decided(
                  assessments, Contexts.PLAIN, servers, "findings", decision, digest, null));
      journal.recordKnown(
          run, StepNames.JUDGE, new Judged(decision, Contexts.PLAIN, "findings", digest, null));
      return database.run(run.id());
    });
  }

  public Replayed replayed(Run run) {
    return new Replay(new RuleLibrary(texts)).of(records.of(run.id()).orElseThrow());
  }

  /// As somebody who owns the database does it.
  public void byHand(String sql, Object... parameters) {
    database.transactions.executeWithoutResult(status -> {
      database.jdbc.sql("alter table coordinator.record disable trigger user").update();
      database.jdbc.sql(sql).params(parameters).update();
      database.jdbc.sql("alter table coordinator.record enable trigger user").update();
    });
  }
}
