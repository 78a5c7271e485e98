package dev.onboarding.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL, started once for a test JVM; every caller gets an empty database of its own.
///
/// Sessions run in the zone Pacific/Auckland, so that code which forgets a zone is found out.
public final class TestPostgres {

  private static final class Started {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("timezone", "Pacific/Auckland")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private TestPostgres() {}

  /// A data source on a new, empty database.
  public static DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(newDatabase());
    return dataSource;
  }

  /// The JDBC address, with user, of a new, empty database.
  public static String newDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = Started.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Started.SERVER.getJdbcUrl("postgres", name);
  }
}
