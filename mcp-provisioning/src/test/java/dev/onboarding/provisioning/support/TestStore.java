package dev.onboarding.provisioning.support;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.testkit.TestPostgres;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The schema on a real database, empty for each test.
public record TestStore(JdbcClient db, TransactionOperations transactions) {

  /// Migrated once; emptying it is much quicker than making another.
  private static final class Migrated {

    private static final DataSource SOURCE = migrated();

    private static DataSource migrated() {
      DataSource source = TestPostgres.dataSource();
      Flyway.configure()
          .dataSource(source)
          .schemas("provisioning")
          .locations("classpath:db/provisioning")
          .load()
          .migrate();
      return source;
    }
  }

  public static TestStore empty() {
    DataSource source = Migrated.SOURCE;
    JdbcClient db = JdbcClient.create(source);
    db.sql(
            """
            TRUNCATE provisioning.tenants, provisioning.recorded_answers, provisioning.credentials,
                     provisioning.checklists, provisioning.tasks, provisioning.spent_decisions
            """)
        .update();
    return new TestStore(db, new TransactionTemplate(new JdbcTransactionManager(source)));
  }

  public RecordedAnswers answers(Clock clock) {
    return new RecordedAnswers(db, transactions, EdgeJson.mapper(), clock);
  }

  /// All rows of a table as one text, to look for what must not be there.
  public String dump(String table) {
    return String.join(
        "\n",
        db.sql("SELECT row_to_json(t)::text FROM provisioning." + table + " t")
            .query(String.class)
            .list());
  }

  public int count(String table) {
    return db.sql("SELECT count(*) FROM provisioning." + table).query(Integer.class).single();
  }
}
