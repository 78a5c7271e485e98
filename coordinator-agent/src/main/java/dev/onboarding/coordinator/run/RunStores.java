package dev.onboarding.coordinator.run;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Everything kept about runs, and the means to change it in one transaction.
public record RunStores(
    Runs runs,
    Attempts attempts,
    Journal journal,
    StepWrites writes,
    Approvals approvals,
    OperatorActs acts,
    Triggers triggers,
    TransactionOperations transactions) {

  public static RunStores on(
      JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Clock clock) {
    return new RunStores(
        new Runs(jdbc, json, clock),
        new Attempts(jdbc, json, clock),
        new Journal(jdbc, json, clock),
        new StepWrites(jdbc, json, clock),
        new Approvals(jdbc),
        new OperatorActs(jdbc),
        new Triggers(jdbc, json, clock),
        transactions);
  }

  /// @return what the work gives; its writes are kept together or not at all
  public <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
