package dev.onboarding.adviser.ledger;

import dev.onboarding.adviser.budget.Ledger;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One ledger for every process on the same database. Its schema is made when something is spent
/// for the first time, so that nobody without a model has one.
public final class PostgresLedger implements Ledger {

  /// Runs and days older than this are nobody's budget any more.
  private static final int KEPT_DAYS = 35;

  private static final String DAY = "day:";

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private boolean migrated;

  public PostgresLedger(DataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  @Override
  public Optional<String> spend(List<Entry> entries) {
    migrate();
    return transactions.execute(status -> {
      for (var entry : entries) {
        if (!spent(entry)) {
          status.setRollbackOnly();
          return Optional.of(entry.account());
        }
      }
      return Optional.<String>empty();
    });
  }

  @Override
  public void correct(List<Entry> differences) {
    migrate();
    transactions.executeWithoutResult(status -> differences.forEach(this::add));
  }

  private boolean spent(Entry entry) {
    open(entry.account());
    return jdbc.sql(
                """
                update advice.spent set tokens = tokens + :tokens,
                  micro_usd = micro_usd + :usd, changed_at = now()
                where account = :account and tokens + :tokens <= :mostTokens
                  and micro_usd + :usd <= :mostUsd\
                """)
            .param("account", entry.account())
            .param("tokens", entry.tokens())
            .param("usd", entry.microUsd())
            .param("mostTokens", entry.mostTokens())
            .param("mostUsd", entry.mostMicroUsd())
            .update()
        > 0;
  }

  private void open(String account) {
    int opened =
        jdbc.sql(
                """
                insert into advice.spent (account, tokens, micro_usd) values (?, 0, 0)
                on conflict do nothing\
                """)
            .param(account)
            .update();
    if (opened > 0 && account.startsWith(DAY)) {
      forget();
    }
  }

  /// Once a day.
  private void forget() {
    jdbc.sql("delete from advice.spent where changed_at < now() - make_interval(days => ?)")
        .param(KEPT_DAYS)
        .update();
  }

  private void add(Entry difference) {
    open(difference.account());
    jdbc.sql(
            """
            update advice.spent set tokens = tokens + ?, micro_usd = micro_usd + ?,
              changed_at = now()
            where account = ?\
            """)
        .params(difference.tokens(), difference.microUsd(), difference.account())
        .update();
  }

  private synchronized void migrate() {
    if (!migrated) {
      Flyway.configure()
          .dataSource(dataSource)
          .schemas("advice")
          .locations("classpath:db/advice")
          .load()
          .migrate();
      migrated = true;
    }
  }
}
