package dev.onboarding.allinone.command;

import dev.onboarding.allinone.system.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Option;

/// Which database holds the trail, and who reads it: that of the system on these ports, unless
/// another one is named.
final class TrailOptions {

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "JDBC address of another database (default: that of the running system).")
  private @Nullable String database;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Role to connect as; with --database (default: who reads).")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File with its password; with --database.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who reads; it stands in the trail (default: the user of this machine).")
  private String by = System.getProperty("user.name");

  String by() {
    return by;
  }

  boolean isNamed() {
    return database != null;
  }

  DataSource source(SystemOptions system) throws IOException {
    if (database == null) {
      Attached.coordinator(system);
      return DatabaseAccess.serving(system.ports(), system.data());
    }
    Logs.into(system.data().log());
    return new DriverManagerDataSource(
        database,
        user == null ? by : user,
        passwordFile == null ? "" : Files.readString(passwordFile).strip());
  }
}
