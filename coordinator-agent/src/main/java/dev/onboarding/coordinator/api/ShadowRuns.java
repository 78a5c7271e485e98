package dev.onboarding.coordinator.api;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the rule set in the shadow has decided beside the one in force, over all attempts so far.
final class ShadowRuns {

  private final JdbcClient jdbc;

  ShadowRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// So many attempts were decided in one way and would have been in another.
  ///
  /// @param to empty where the shadow failed
  record Way(String from, String to, long attempts) {}

  List<Way> of(String digest) {
    return jdbc.sql(
            """
            select decision ->> 'verdict' as was, coalesce(shadow ->> 'verdict', '') as would,
              count(*) as attempts
            from coordinator.attempt
            where shadow is not null and shadow ->> 'digest' = ? group by 1, 2 order by 3 desc, 1, 2\
            """)
        .param(digest)
        .query((row, number) ->
            new Way(row.getString("was"), row.getString("would"), row.getLong("attempts")))
        .list();
  }
}
