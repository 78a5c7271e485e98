package dev.onboarding.edge.audit;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the schema `audit` up to date where it belongs to the role that asks; a role that only
/// serves tools finds it as its owner has left it. Servers that start together wait for each other.
public final class AuditSchema {

  private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final String IS_OWN =
      """
      select coalesce((select pg_has_role(current_user, nspowner, 'USAGE')
        from pg_namespace where nspname = 'audit'), true)\
      """;

  private static final String READ =
      """
      grant usage on schema audit to %1$s;
      grant select on audit.entries, audit.heads, audit.checkpoints, audit.removals,
        audit.tool_calls, audit.intents, audit.flyway_schema_history to %1$s;
      grant execute on function audit.append_reading(jsonb) to %1$s;
      """;

  private static final String SERVE =
      """
      grant insert on audit.checkpoints to %1$s;
      grant execute on function audit.append(text, jsonb),
        audit.prunable(text, timestamptz, integer),
        audit.prune(text, timestamptz, bigint, jsonb),
        audit.purge(text, timestamptz, integer),
        audit.erase(text[]) to %1$s;
      """;

  private AuditSchema() {}

  /// @throws IllegalStateException when the schema is another role's and older than this version
  ///   needs it
  public static Flyway migrated(DataSource dataSource) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .schemas("audit")
            .createSchemas(false)
            .locations("classpath:db/audit")
            .load();
    JdbcClient database = JdbcClient.create(dataSource);
    if (database.sql(IS_OWN).query(Boolean.class).single()) {
      createSchema(dataSource, database);
      flyway.migrate();
    } else if (flyway.info().pending().length > 0) {
      throw new IllegalStateException(
          "The schema audit belongs to another role and lacks version %s: let its owner run 'onboarding audit migrate'"
              .formatted(flyway.info().pending()[0].getVersion()));
    }
    return flyway;
  }

  private static void createSchema(DataSource dataSource, JdbcClient database) {
    // Two servers that create the schema at the same moment would make one of them fail.
    new TransactionTemplate(new DataSourceTransactionManager(dataSource))
        .executeWithoutResult(status -> {
          database
              .sql("select pg_advisory_xact_lock(hashtext('schema audit'))")
              .query()
              .singleRow();
          database.sql("create schema if not exists audit").update();
        });
  }

  /// Lets a role append to chains, sign checkpoints, and nothing that changes or removes a row
  /// before its time.
  ///
  /// @param owner a connection as the schema's owner
  public static void letServe(DataSource owner, String role) {
    grant(owner, READ + SERVE, role);
  }

  /// Lets a role read the trail, and note that it has.
  public static void letRead(DataSource owner, String role) {
    grant(owner, READ, role);
  }

  private static void grant(DataSource owner, String rights, String role) {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name of a role: small letters, digits and _".formatted(role));
    }
    JdbcClient.create(owner).sql(rights.formatted(role)).update();
  }
}
