package dev.onboarding.allinone.system;

import dev.onboarding.edge.audit.AuditSchema;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Two roles beside the database's own: one that serves and owns the schemas of the applications,
/// and one that owns the audit trail and cannot log in. Only with the password of the database
/// itself can anybody act as the second.
final class DatabaseRoles {

  private static final String AUDIT_OWNER = "audit_owner";

  private DatabaseRoles() {}

  static void prepare(DataSource database, DataDirectory data) {
    var jdbc = JdbcClient.create(database);
    create(jdbc, AUDIT_OWNER, "nologin");
    create(jdbc, DatabaseAccess.SERVING, "login");
    jdbc.sql(
            "alter role %s password '%s'".formatted(DatabaseAccess.SERVING, data.servingPassword()))
        .update();
    jdbc.sql(
            "grant create on database postgres to %s, %s"
                .formatted(DatabaseAccess.SERVING, AUDIT_OWNER))
        .update();
    handOver(jdbc, "nspname = 'audit'", AUDIT_OWNER);
    handOver(
        jdbc,
        "nspname in ('coordinator', 'provisioning', 'scheduler', 'quota')",
        DatabaseAccess.SERVING);
    var owner = new As(database, AUDIT_OWNER);
    AuditSchema.migrated(owner);
    AuditSchema.letServe(owner, DatabaseAccess.SERVING);
  }

  private static void create(JdbcClient jdbc, String role, String login) {
    jdbc.sql(
            """
            do $$ begin
              if not exists (select from pg_roles where rolname = '%1$s') then
                create role %1$s %2$s;
              end if;
            end $$\
            """
                .formatted(role, login))
        .update();
  }

  /// What an earlier version made as the database's own role.
  private static void handOver(JdbcClient jdbc, String schemas, String role) {
    jdbc.sql(
            """
            do $$ declare change text; begin
              for change in
                select format('alter schema %%I owner to %2$s', nspname)
                from pg_namespace where %1$s and pg_get_userbyid(nspowner) <> '%2$s'
                union all
                select format('alter %%s %%I.%%I owner to %2$s',
                  case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
                  nspname, relname)
                from pg_class join pg_namespace n on n.oid = relnamespace
                where %1$s and relkind in ('r', 'p', 'v', 'S')
                  and pg_get_userbyid(relowner) <> '%2$s'
                  and not exists (select from pg_depend d
                    where d.objid = pg_class.oid and d.deptype in ('a', 'i')
                      and d.refclassid = 'pg_class'::regclass and relkind = 'S')
                union all
                select format('alter routine %%I.%%I(%%s) owner to %2$s', nspname, proname,
                  pg_get_function_identity_arguments(p.oid))
                from pg_proc p join pg_namespace n on n.oid = pronamespace
                where %1$s and pg_get_userbyid(proowner) <> '%2$s'
              loop execute change; end loop;
            end $$\
            """
                .formatted(schemas, role))
        .update();
  }

  /// The database's own connections, acting as another role.
  private static final class As extends DelegatingDataSource {

    private final String role;

    As(DataSource database, String role) {
      super(database);
      this.role = role;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("set role " + role);
      }
      return connection;
    }
  }
}
