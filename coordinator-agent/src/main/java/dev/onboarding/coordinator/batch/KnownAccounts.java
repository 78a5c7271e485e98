package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.pipeline.StepNames;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What runs already say of accounts, so that nobody is asked about them again.
final class KnownAccounts {

  private final JdbcClient jdbc;

  KnownAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The run that settles an account.
  ///
  /// @param state [ItemState#JOINED] while it is under way, [ItemState#SKIPPED] once it made a
  ///   tenant
  record KnownRun(RunId run, ItemState state) {

    String why() {
      return state == ItemState.JOINED
          ? "Run %s of the account is under way; its verdict is told here.".formatted(run)
          : "Run %s has onboarded the account.".formatted(run);
    }
  }

  /// By the id or key that was asked for; accounts of which nothing is known are left out. Runs
  /// that only observe settle nothing.
  Map<String, KnownRun> among(Collection<String> accounts) {
    var known = new HashMap<String, KnownRun>();
    if (accounts.isEmpty()) {
      return known;
    }
    onboarded(accounts, known);
    underWay(accounts, known);
    known.keySet().retainAll(Set.copyOf(accounts));
    return known;
  }

  private void onboarded(Collection<String> accounts, Map<String, KnownRun> known) {
    jdbc.sql(
            """
            select r.id, r.account_key, r.account_id from coordinator.run r
            where (r.account_id in (:accounts) or r.account_key in (:accounts))
              and r.state = 'COMPLETED' and exists
                (select 1 from coordinator.step s
                 where s.run_id = r.id and s.attempt = r.attempt and s.name = :step
                   and s.outcome ->> 'status' = 'ACTIVE')\
            """)
        .param("accounts", accounts)
        .param("step", StepNames.TENANT_READY.value())
        .query(row -> {
          var run = new RunId(row.getObject("id", UUID.class));
          names(row).forEach(name -> known.put(name, new KnownRun(run, ItemState.SKIPPED)));
        });
  }

  private void underWay(Collection<String> accounts, Map<String, KnownRun> known) {
    jdbc.sql(
            """
            select r.id, r.account_key, r.account_id from coordinator.run r
            where (r.account_id in (:accounts) or r.account_key in (:accounts))
              and r.ended_at is null and r.mode <> 'OBSERVE' order by r.id desc\
            """)
        .param("accounts", accounts)
        .query(row -> {
          var run = new RunId(row.getObject("id", UUID.class));
          names(row).forEach(name -> known.put(name, new KnownRun(run, ItemState.JOINED)));
        });
  }

  /// The CRM may not have told the id yet, or know none.
  private static List<String> names(ResultSet row) throws SQLException {
    return Stream.of(row.getString("account_key"), row.getString("account_id"))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /// Those of the accounts that have had a run which went at least as far as this mode goes.
  Set<String> withRun(Collection<String> accounts, Mode mode) {
    if (accounts.isEmpty()) {
      return Set.of();
    }
    return jdbc
        .sql(
            """
            select distinct r.account_id from coordinator.run r
            where r.account_id in (:accounts) and r.mode in (:modes)\
            """)
        .param("accounts", accounts)
        .param(
            "modes",
            Arrays.stream(Mode.values())
                .filter(one -> one.compareTo(mode) >= 0)
                .map(Mode::name)
                .toList())
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
