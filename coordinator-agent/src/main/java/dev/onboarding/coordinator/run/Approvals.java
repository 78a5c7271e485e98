package dev.onboarding.coordinator.run;

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

  void add(RunId run, Approval approval) {
    jdbc.sql(
            """
            insert into coordinator.approval
              (id, run_id, attempt, answer, approver, reason, findings_digest, answered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            approval.id(),
            run.value(),
            approval.attempt(),
            approval.answer().name(),
            approval.approver(),
            approval.reason(),
            approval.findingsDigest(),
            approval.answeredAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
