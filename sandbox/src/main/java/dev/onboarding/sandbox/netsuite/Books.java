package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/// The tables behind NetSuite, in an embedded SQL engine, kept in step with the stories and with
/// the calendar. Queries run as a user who may only read.
final class Books implements AutoCloseable {

  private static final String READER = "READER";
  private static final int MOST_CONNECTIONS = 64;
  private static final List<String> TABLES =
      List.of(
          "customer",
          "transaction",
          "transactionline",
          "nexttransactionlink",
          "previoustransactionlink");

  private final Stories stories;
  private final Clock clock;
  private final JdbcConnectionPool writers;
  private final JdbcConnectionPool readers;
  private volatile LocalDate day;

  Books(Stories stories, Clock clock) {
    this.stories = stories;
    this.clock = clock;
    this.day = today();
    String url = "jdbc:h2:mem:netsuite-" + UUID.randomUUID();
    this.writers = JdbcConnectionPool.create(url + ";DB_CLOSE_DELAY=-1", "sa", "");
    build();
    this.readers = JdbcConnectionPool.create(url, READER, READER);
    readers.setMaxConnections(MOST_CONNECTIONS);
    stories.follow(this::take);
  }

  /// A connection that may only read.
  Connection reader() throws SQLException {
    keepUp();
    return readers.getConnection();
  }

  private void build() {
    try (Connection connection = writers.getConnection();
        Statement statement = connection.createStatement();
        InputStream schema = resource()) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("CREATE USER " + READER + " PASSWORD '" + READER + "'");
      statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("NetSuite's tables cannot be built", e);
    }
  }

  private static InputStream resource() {
    InputStream schema = Books.class.getResourceAsStream("/sandbox/netsuite/schema.sql");
    if (schema == null) {
      throw new IllegalStateException("sandbox/netsuite/schema.sql is missing");
    }
    return schema;
  }

  private void keepUp() {
    if (!today().equals(day)) {
      synchronized (this) {
        if (!today().equals(day)) {
          stories.all().forEach(this::take);
          day = today();
        }
      }
    }
  }

  private synchronized void take(Told told) {
    try (Connection connection = writers.getConnection()) {
      connection.setAutoCommit(false);
      for (String table : TABLES) {
        try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM " + table + " WHERE story = ?")) {
          delete.setString(1, told.key());
          delete.execute();
        }
      }
      new StoryBooks(told, clock, connection).write();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("The books of " + told.key() + " cannot be written", e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Override
  public void close() {
    try (Connection connection = writers.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      readers.dispose();
      writers.dispose();
    }
  }
}
