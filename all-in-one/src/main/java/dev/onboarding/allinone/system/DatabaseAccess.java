package dev.onboarding.allinone.system;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// The way into the database of a running system, past its applications.
public final class DatabaseAccess {

  /// The role of those that serve.
  public static final String SERVING = "onboarding";

  private DatabaseAccess() {}

  /// As the role that serves.
  public static DataSource serving(Ports ports, DataDirectory data) {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.database()));
    source.setUser(SERVING);
    source.setPassword(data.servingPassword());
    return source;
  }
}
