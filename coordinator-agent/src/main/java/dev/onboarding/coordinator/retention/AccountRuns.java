package dev.onboarding.coordinator.retention;

import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.model.AccountReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which runs are an account's, by its Salesforce id or by the key that triggers gave.
final class AccountRuns {

  private static final List<String> ENDED =
      Arrays.stream(RunState.values()).filter(RunState::ended).map(RunState::name).toList();

  /// A run that never learned the id is the account's when it was asked for by a key of its.
  private static final String OF_ACCOUNT =
      """
      (account_id = :account or account_id is null and (account_key = :account or account_key in (
         select account_key from coordinator.run where account_id = :account)))\
      """;

  private final JdbcClient jdbc;

  AccountRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Lets no run of the account be opened before this transaction ends: triggers take the same
  /// lock.
  void lock(String account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("account " + account)
        .query(row -> {});
  }

  /// The Salesforce ids that runs have found for the reference; more than one means that the key
  /// has named different accounts.
  List<String> ids(AccountReference account) {
    if (account.isSalesforceId()) {
      return List.of(account.value());
    }
    return jdbc.sql(
            """
            select distinct account_id from coordinator.run
            where account_key = ? and account_id is not null\
            """)
        .param(account.value())
        .query((row, number) -> row.getString(1))
        .list();
  }

  /// Every id and key under which runs know the account, itself included.
  List<String> names(String account) {
    return jdbc.sql(
            """
            select :account union select account_key from coordinator.run where %1$s
            union select account_id from coordinator.run where %1$s and account_id is not null
            order by 1\
            """
                .formatted(OF_ACCOUNT))
        .param("account", account)
        .query((row, number) -> row.getString(1))
        .list();
  }

  boolean knows(String account) {
    return jdbc.sql("select exists (select from coordinator.run where " + OF_ACCOUNT + ")")
        .param("account", account)
        .query(Boolean.class)
        .single();
  }

  /// Those that may still do something, oldest first.
  List<Standing> unfinished(String account, Instant createdUntil) {
    return jdbc.sql(
            """
            select id, state from coordinator.run
            where %s and state not in (:ended) and created_at <= :until order by created_at, id\
            """
                .formatted(OF_ACCOUNT))
        .param("account", account)
        .param("ended", ENDED)
        .param("until", createdUntil.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new Standing(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  /// Ended runs whose personal data is still there.
  List<UUID> unerased(String account, int most) {
    return jdbc.sql(
            """
            select id from coordinator.run r
            where %s and state in (:ended)
              and not exists (select from coordinator.erased_run e where e.run_id = r.id)
            order by created_at, id limit :most\
            """
                .formatted(OF_ACCOUNT))
        .param("account", account)
        .param("ended", ENDED)
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /// A run and what it is in.
  record Standing(UUID run, String state) {}
}
