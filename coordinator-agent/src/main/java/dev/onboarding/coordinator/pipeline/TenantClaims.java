package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunStores;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which run onboards an account, one at a time; a run that ended, or waits for a person, gives
/// way.
public final class TenantClaims {

  private final JdbcClient jdbc;
  private final RunStores stores;
  private final String environment;
  private final Clock clock;

  public TenantClaims(JdbcClient jdbc, RunStores stores, String environment, Clock clock) {
    this.jdbc = jdbc;
    this.stores = stores;
    this.environment = environment;
    this.clock = clock;
  }

  /// @return false while another run onboards the account
  boolean take(String accountId, Run run) {
    return takenFirst(accountId, run) || stores.inTransaction(() -> takenOver(accountId, run));
  }

  /// @return false when any run has claimed the account, or this one is held no more
  private boolean takenFirst(String accountId, Run run) {
    return jdbc.sql(
                """
                with held as (select from coordinator.run where id = ? and epoch = ? for update)
                insert into coordinator.tenant_claim (account_id, environment, run_id, claimed_at)
                select ?, ?, ?, ? from held on conflict do nothing\
                """)
            .params(
                run.id().value(),
                run.epoch(),
                accountId,
                environment,
                run.id().value(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private boolean takenOver(String accountId, Run run) {
    stores.runs().hold(run);
    var holder = lockedHolder(accountId).orElse(null);
    if (holder == null) {
      return takenFirst(accountId, run);
    }
    if (holder.equals(run.id())) {
      return true;
    }
    // Read only now: the holder may have changed its state while the lock was waited for.
    if (stores
        .runs()
        .find(holder)
        .filter(other -> !other.state().ended() && !other.restsOnOthers())
        .isPresent()) {
      return false;
    }
    hand(accountId, run);
    return true;
  }

  private Optional<RunId> lockedHolder(String accountId) {
    return jdbc.sql(
            """
            select run_id from coordinator.tenant_claim
            where account_id = ? and environment = ? for update\
            """)
        .params(accountId, environment)
        .query(UUID.class)
        .optional()
        .map(RunId::new);
  }

  private void hand(String accountId, Run run) {
    jdbc.sql(
            """
            update coordinator.tenant_claim set run_id = ?, claimed_at = ?
            where account_id = ? and environment = ?\
            """)
        .params(run.id().value(), clock.instant().atOffset(ZoneOffset.UTC), accountId, environment)
        .update();
  }
}
