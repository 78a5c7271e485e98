package dev.onboarding.edge.audit;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the schema `audit` up to date; servers that start together wait for each other.
public final class AuditSchema {

  private AuditSchema() {}

  public static Flyway migrated(DataSource dataSource) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas("audit")
            .locations("classpath:db/audit")
            .load();
    flyway.migrate();
    return flyway;
  }
}
