package dev.onboarding.coordinator.batch;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Everything kept about batches, and the means to change it in one transaction.
record BatchStores(
    Batches batches,
    BatchChunks chunks,
    BatchItems items,
    KnownAccounts known,
    TransactionOperations transactions,
    TransactionOperations nested) {

  static BatchStores on(
      JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
    var nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return new BatchStores(
        new Batches(jdbc, json, clock),
        new BatchChunks(jdbc, json, clock),
        new BatchItems(jdbc, json),
        new KnownAccounts(jdbc),
        new TransactionTemplate(transactions),
        nested);
  }

  /// @return what the work gives; its writes are kept together or not at all
  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  /// Within a transaction: what fails here takes nothing else with it.
  <T> T alone(Supplier<T> work) {
    return Objects.requireNonNull(nested.execute(status -> work.get()));
  }
}
