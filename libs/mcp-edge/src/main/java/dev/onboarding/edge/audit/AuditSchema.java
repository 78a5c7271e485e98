package dev.onboarding.edge.audit;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the schema `audit` up to date; servers that start together wait for each other.
public final class AuditSchema {

  private AuditSchema() {}

  public static Flyway migrated(DataSource dataSource) {
    // Two servers that create the schema at the same moment would make one of them fail.
    JdbcClient database = JdbcClient.create(dataSource);
    new TransactionTemplate(new DataSourceTransactionManager(dataSource))
        .executeWithoutResult(status -> {
          database
              .sql("select pg_advisory_xact_lock(hashtext('schema audit'))")
              .query()
              .singleRow();
          database.sql("create schema if not exists audit").update();
        });
    Flyway flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas("audit")
            .createSchemas(false)
            .locations("classpath:db/audit")
            .load();
    flyway.migrate();
    return flyway;
  }
}
