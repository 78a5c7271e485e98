package dev.onboarding.allinone.system;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The way into the database of a running system, past its applications.
public final class DatabaseAccess {

  /// The role of those that serve.
  public static final String SERVING = "onboarding";

  private DatabaseAccess() {}

  /// As the role that serves.
  public static DataSource serving(Ports ports, DataDirectory data) {
    return new DriverManagerDataSource(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.database()),
        SERVING,
        data.servingPassword());
  }
}
