package dev.onboarding.coordinator.run;

import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.Ledger;
import dev.onboarding.edge.EdgeJson;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people did to runs; callers bring the transaction.
public final class OperatorActs {

  private final JdbcClient jdbc;

  public OperatorActs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Oldest first.
  public List<OperatorAct> of(RunId run) {
    return jdbc.sql("select * from coordinator.operator_act where run_id = ? order by number")
        .param(run.value())
        .query((row, number) ->
            new OperatorAct(
                OperatorAct.Kind.valueOf(row.getString("act")),
                row.getString("person"),
                row.getString("reason"),
                RunRows.required(row, "at")))
        .list();
  }

  /// A run that is cancelled is on its way back and never goes forth again.
  public Optional<OperatorAct> cancellation(RunId run) {
    return of(run).stream().filter(act -> act.act() == OperatorAct.Kind.CANCEL).findFirst();
  }

  void add(Run run, OperatorAct act) {
    Ledger.bind(
            jdbc.sql(
                Ledger.APPEND
                    + """
                    insert into coordinator.operator_act (run_id, act, person, reason, at)
                    values (:run, :act, :person, :reason, :at)\
                    """),
            run.identity(),
            Entry.lasting(
                EntryKind.ACT,
                run.attempt(),
                act.act().name(),
                act.at(),
                EdgeJson.mapper().valueToTree(act)))
        .param("run", run.id().value())
        .param("act", act.act().name())
        .param("person", act.person())
        .param("reason", act.reason())
        .param("at", act.at().atOffset(ZoneOffset.UTC))
        .update();
  }
}
