package dev.onboarding.allinone.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL on the data directory, with the durability of a real one.
final class Database implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  private final EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  static Database start(DataDirectory data, int port) {
    Path folder = data.database();
    try {
      var database =
          new Database(
              EmbeddedPostgres.builder()
                  .setDataDirectory(folder)
                  .setCleanDataDirectory(false)
                  .setOverrideWorkingDirectory(binaries().toFile())
                  .setLocaleConfig("auth", "scram-sha-256")
                  .setLocaleConfig("pwfile", data.databasePasswordFile().toString())
                  .setConnectConfig("password", data.databasePassword())
                  .setPort(port)
                  .setRegisterShutdownHook(false)
                  .setPGStartupWait(Duration.ofSeconds(60))
                  .setServerConfig("fsync", "on")
                  .setServerConfig("synchronous_commit", "on")
                  .setServerConfig("max_connections", "120")
                  .setServerConfig("shared_buffers", "64MB")
                  // A database this small is read from memory: handing pages to processes that read
                  // costs more than reading them.
                  .setServerConfig("io_method", "sync")
                  .start());
      database.prepare(data);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PostgreSQL did not start on " + folder + "; see the log file", e);
    }
  }

  /// Whoever serves owns neither the database nor the audit trail.
  private void prepare(DataDirectory data) {
    try {
      DatabaseRoles.prepare(server.getPostgresDatabase(), data);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
  }

  /// Unpacked once for all data directories, where no other user can put programs of their own.
  private static Path binaries() throws IOException {
    Path folder = Path.of(System.getProperty("user.home"), ".cache", "onboarding", "postgres");
    return Files.createDirectories(folder, OwnerOnly.folder());
  }

  /// After the process was killed its server lives on, and would be attached to unseen: it is
  /// stopped.
  static void stopLeftBehind(DataDirectory data) {
    Path folder = data.database();
    Path pidFile = folder.resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      List<String> lines = Files.readAllLines(pidFile);
      long pid = Long.parseLong(lines.getFirst().strip());
      var left =
          ProcessHandle.of(pid)
              .filter(process -> process.info().command().orElse("").endsWith("postgres"));
      if (left.isPresent()) {
        log.warn("Stopping the PostgreSQL (process {}) that an interrupted start left behind", pid);
        left.get().destroy();
        left.get().onExit().get(20, TimeUnit.SECONDS);
      } else {
        Files.deleteIfExists(pidFile);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "A PostgreSQL left behind on " + folder + " does not stop; stop it by hand", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      log.warn("PostgreSQL did not stop cleanly", e);
    }
  }
}
