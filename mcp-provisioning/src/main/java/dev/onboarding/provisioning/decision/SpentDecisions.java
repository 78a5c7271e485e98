package dev.onboarding.provisioning.decision;

import dev.onboarding.provisioning.idempotency.KeyedCall;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// For which call each decision was used, for as long as it could be used again.
public final class SpentDecisions {

  private final JdbcClient db;

  SpentDecisions(JdbcClient db) {
    this.db = db;
  }

  /// Whether the decision is this call's: it becomes that of the first call that shows it.
  boolean isFor(VerifiedDecision decision, KeyedCall call) {
    return db.sql(
            """
            INSERT INTO provisioning.spent_decisions AS earlier
              (fingerprint, tool, idempotency_key, good_until)
            VALUES (:fingerprint, :tool, :key, :until)
            ON CONFLICT (fingerprint) DO UPDATE SET good_until = earlier.good_until
            RETURNING tool = :tool AND idempotency_key = :key
            """)
        .param("fingerprint", decision.fingerprint())
        .param("tool", call.tool())
        .param("key", call.key())
        .param("until", decision.goodUntil().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /// Drops what is refused for its age anyway.
  public void forgetExpired(Instant now) {
    db.sql("DELETE FROM provisioning.spent_decisions WHERE good_until < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
