package dev.onboarding.coordinator.run;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the schema `coordinator`, and the scheduler's own, to the newest version.
public final class CoordinatorSchema {

  private CoordinatorSchema() {}

  public static Flyway migrated(DataSource dataSource) {
    var flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas("coordinator")
            .locations("classpath:db/coordinator")
            .load();
    flyway.migrate();
    return flyway;
  }
}
