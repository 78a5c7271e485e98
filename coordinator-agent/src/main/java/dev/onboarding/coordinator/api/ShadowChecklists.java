package dev.onboarding.coordinator.api;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the checklists of the template in the shadow would have differed, over all made so far.
final class ShadowChecklists {

  private final JdbcClient jdbc;

  ShadowChecklists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// In so many checklists a task would have been added, dropped or changed.
  ///
  /// @param task its code; empty where the template made nothing
  /// @param what `ADDED`, `DROPPED`, `CHANGED`, or the code of the failure
  record Difference(String task, String what, long checklists) {}

  /// How many checklists were made beside it.
  long beside(String digest) {
    return jdbc.sql(
            """
            select count(*) from coordinator.step
            where name = 'create_checklist' and outcome -> 'shadow' ->> 'digest' = ?\
            """)
        .param(digest)
        .query(Long.class)
        .single();
  }

  List<Difference> of(String digest) {
    return jdbc.sql(
            """
            with shadow as (
              select outcome -> 'shadow' as said from coordinator.step
              where name = 'create_checklist' and outcome -> 'shadow' ->> 'digest' = ?)
            select d.key as task, d.value as what, count(*) as checklists
            from shadow, jsonb_each_text(said -> 'differences') d group by 1, 2
            union all
            select '', said ->> 'failure', count(*) from shadow
            where said ->> 'failure' is not null group by 1, 2
            order by 3 desc, 1, 2\
            """)
        .param(digest)
        .query((row, number) ->
            new Difference(row.getString("task"), row.getString("what"), row.getLong("checklists")))
        .list();
  }
}
