package dev.onboarding.coordinator.run;

import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.Ledger;
import dev.onboarding.edge.EdgeJson;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The answers people gave, one for each attempt at most; callers bring the transaction.
public final class Approvals {

  private final JdbcClient jdbc;

  public Approvals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Approval> of(RunId run, int attempt) {
    return jdbc.sql("select * from coordinator.approval where run_id = ? and attempt = ?")
        .params(run.value(), attempt)
        .query((row, number) ->
            new Approval(
                row.getObject("id", UUID.class),
                row.getInt("attempt"),
                Approval.Answer.valueOf(row.getString("answer")),
                row.getString("approver"),
                row.getString("reason"),
                row.getString("findings_digest"),
                RunRows.required(row, "answered_at")))
        .optional();
  }

  void add(Run run, Approval approval) {
    Ledger.bind(
            jdbc.sql(
                Ledger.APPEND
                    + """
                    insert into coordinator.approval
                      (id, run_id, attempt, answer, approver, reason, findings_digest, answered_at)
                    values (:id, :run, :attempt, :answer, :approver, :reason, :digest, :at)\
                    """),
            run.identity(),
            Entry.lasting(
                EntryKind.APPROVAL,
                approval.attempt(),
                approval.id().toString(),
                approval.answeredAt(),
                EdgeJson.mapper().valueToTree(approval)))
        .param("id", approval.id())
        .param("run", run.id().value())
        .param("attempt", approval.attempt())
        .param("answer", approval.answer().name())
        .param("approver", approval.approver())
        .param("reason", approval.reason())
        .param("digest", approval.findingsDigest())
        .param("at", approval.answeredAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
