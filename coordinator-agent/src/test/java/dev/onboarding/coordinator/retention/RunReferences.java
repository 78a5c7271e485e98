package dev.onboarding.coordinator.retention;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The columns of the schema that name a run, read from PostgreSQL's catalogue.
///
/// @param rule what becomes of the row when the run goes: `c` it goes too, `n` it forgets the run,
///   `a` it forbids it; `-` when no foreign key says
record RunReferences(String table, String column, String rule) {

  /// Every foreign key that leads to a run, directly or by its attempt, and every column that is
  /// called like one.
  static List<RunReferences> columns(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select c.relname, a.attname,
              coalesce((select max(k.confdeltype::text) from pg_constraint k
                where k.contype = 'f' and k.conrelid = c.oid and a.attnum = k.conkey[1]
                  and k.confrelid in ('coordinator.run'::regclass, 'coordinator.attempt'::regclass)),
                '-') as rule
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'coordinator'::regnamespace and c.relkind in ('r', 'p')
              and a.attnum > 0 and not a.attisdropped
              and (a.attname ~ '(^|_)run(_id)?$' or exists (
                select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
                  and k.confrelid in ('coordinator.run'::regclass, 'coordinator.attempt'::regclass)
                  and a.attnum = k.conkey[1]))
            order by 1, 2\
            """)
        .query((row, number) ->
            new RunReferences(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /// Those whose rows belong to a run.
  static List<RunReferences> tables(JdbcClient jdbc) {
    return columns(jdbc).stream().filter(each -> each.rule().equals("c")).toList();
  }

  long rowsOf(JdbcClient jdbc, UUID run) {
    return jdbc.sql("select count(*) from coordinator.%s where %s = ?".formatted(table, column))
        .param(run)
        .query(Long.class)
        .single();
  }

  @Override
  public String toString() {
    return "%s.%s %s".formatted(table, column, rule);
  }
}
