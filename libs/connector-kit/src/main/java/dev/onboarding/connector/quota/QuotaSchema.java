package dev.onboarding.connector.quota;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the schema `quota` up to date; servers that start together wait for each other.
public final class QuotaSchema {

  private QuotaSchema() {}

  public static void migrate(DataSource dataSource) {
    // Two servers that create the schema at the same moment would make one of them fail.
    JdbcClient database = JdbcClient.create(dataSource);
    new TransactionTemplate(new DataSourceTransactionManager(dataSource))
        .executeWithoutResult(_ -> {
          database
              .sql("select pg_advisory_xact_lock(hashtext('schema quota'))")
              .query()
              .singleRow();
          database.sql("create schema if not exists quota").update();
        });
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("quota")
        .createSchemas(false)
        .locations("classpath:db/quota")
        .load()
        .migrate();
  }
}
