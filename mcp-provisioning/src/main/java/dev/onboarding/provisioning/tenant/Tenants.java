package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.decision.VerifiedDecision;
import dev.onboarding.provisioning.tenant.Tenant.Pending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tenants that exist or are meant to. Each method is one statement, so none of them holds a
/// transaction open.
public final class Tenants {

  private final JdbcClient db;

  public Tenants(JdbcClient db) {
    this.db = db;
  }

  /// @throws FailureException `TENANT_NOT_FOUND`
  public Tenant get(UUID tenantId) {
    return find(tenantId).orElseThrow(() -> notFound("tenant_id " + tenantId));
  }

  Optional<Tenant> find(UUID tenantId) {
    return db.sql("SELECT * FROM provisioning.tenants WHERE tenant_id = :id")
        .param("id", tenantId)
        .query(Tenants::tenant)
        .optional();
  }

  /// The account's tenant; of several, in different environments, the newest.
  Tenant ofAccount(String accountId) {
    return db.sql(
            """
            SELECT * FROM provisioning.tenants WHERE account_id = :account
             ORDER BY created_at DESC, tenant_id LIMIT 1
            """)
        .param("account", accountId)
        .query(Tenants::tenant)
        .optional()
        .orElseThrow(() -> notFound("account_id " + accountId));
  }

  /// Writes the intent down, unless it stands already. Whoever writes it leads at once, as through
  /// [#lead].
  ///
  /// @return the new tenant; empty when there is one already
  Optional<Tenant> intend(
      TenantOrder order, VerifiedDecision decision, Instant now, Duration lead) {
    return db.sql(
            """
            INSERT INTO provisioning.tenants
              (tenant_id, environment, account_id, account_name, tier, status,
               decision_run, decision_digest, lead_epoch, led_until, created_at, updated_at)
            VALUES (:id, :environment, :account, :name, :tier, 'PROVISIONING',
               :run, :digest, 1, :until, :now, :now)
            ON CONFLICT DO NOTHING RETURNING *
            """)
        .param("id", order.tenantId())
        .param("environment", order.environment())
        .param("account", order.accountId())
        .param("name", order.accountName())
        .param("tier", order.tier().name())
        .param("run", decision.run())
        .param("digest", decision.digest())
        .param("until", utc(now.plus(lead)))
        .param("now", utc(now))
        .query(Tenants::tenant)
        .optional();
  }

  /// Makes the caller the one who asks the provisioner, if nobody does and there is something to
  /// ask for. The tenant's [Tenant#leadEpoch] fences what an earlier one might still write.
  ///
  /// @return the tenant that is led now; empty when somebody else leads, or nothing is to be asked
  Optional<Tenant> lead(UUID tenantId, VerifiedDecision decision, Instant now, Duration lead) {
    return db.sql(
            """
            UPDATE provisioning.tenants
               SET lead_epoch = lead_epoch + 1, led_until = :until, status = 'PROVISIONING',
                   decision_run = :run, decision_digest = :digest, updated_at = :now
             WHERE tenant_id = :id AND status IN ('PROVISIONING', 'FAILED')
               AND pending IS NULL AND (led_until IS NULL OR led_until <= :now)
            RETURNING *
            """)
        .param("id", tenantId)
        .param("run", decision.run())
        .param("digest", decision.digest())
        .param("until", utc(now.plus(lead)))
        .param("now", utc(now))
        .query(Tenants::tenant)
        .optional();
  }

  /// Takes over what is asked for now. Only after a failure that is known: while an outcome is
  /// open, the same request must be repeated.
  Tenant reorder(TenantOrder order, long epoch) {
    db.sql(
            """
            UPDATE provisioning.tenants
               SET tier = :tier, account_name = :name, failure_code = NULL, failure_message = NULL
             WHERE tenant_id = :id AND lead_epoch = :epoch
            """)
        .param("id", order.tenantId())
        .param("epoch", epoch)
        .param("tier", order.tier().name())
        .param("name", order.accountName())
        .update();
    return get(order.tenantId());
  }

  /// Records what came of it. Once the lead has passed to another, this changes nothing.
  ///
  /// @param epoch the lead under which it was asked
  Tenant settle(UUID tenantId, long epoch, Outcome outcome, Instant now) {
    return db.sql(
            """
            UPDATE provisioning.tenants
               SET status = :status, pending = :pending, operation = :operation,
                   login_url = coalesce(:login, login_url), failure_code = :code,
                   failure_message = :message, led_until = NULL, updated_at = :now,
                   activated_at = CASE WHEN :status = 'ACTIVE' THEN coalesce(activated_at, :now)
                                       ELSE activated_at END
             WHERE tenant_id = :id AND lead_epoch = :epoch
            RETURNING *
            """)
        .param("id", tenantId)
        .param("epoch", epoch)
        .param("status", outcome.status().name())
        .param("pending", outcome.pending() == null ? null : outcome.pending().name())
        .param("operation", outcome.operation())
        .param("login", outcome.loginUrl())
        .param("code", outcome.failureCode())
        .param("message", outcome.failureMessage())
        .param("now", utc(now))
        .query(Tenants::tenant)
        .optional()
        .orElseGet(() -> get(tenantId));
  }

  void giveReason(UUID tenantId, String reason) {
    db.sql("UPDATE provisioning.tenants SET suspended_reason = :reason WHERE tenant_id = :id")
        .param("id", tenantId)
        .param("reason", reason)
        .update();
  }

  private static Tenant tenant(ResultSet row, int n) throws SQLException {
    String pending = row.getString("pending");
    return new Tenant(
        row.getObject("tenant_id", UUID.class),
        row.getString("account_id"),
        row.getString("account_name"),
        ServiceTier.valueOf(row.getString("tier")),
        TenantStatus.valueOf(row.getString("status")),
        row.getString("login_url"),
        pending == null ? null : Pending.valueOf(pending),
        row.getString("operation"),
        row.getString("failure_code"),
        row.getString("failure_message"),
        row.getLong("lead_epoch"),
        instant(row, "led_until"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "activated_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static FailureException notFound(String what) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "TENANT_NOT_FOUND",
            404,
            "There is no tenant with %s.".formatted(what),
            "Create the tenant first, or correct the id.",
            "Caller"));
  }
}
