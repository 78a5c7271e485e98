package dev.onboarding.provisioning.decision;

import dev.onboarding.provisioning.idempotency.KeyedCall;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// For which call each decision was used, for as long as it could be used again.
public final class SpentDecisions {

  private static final String SPEND =
      """
      INSERT INTO provisioning.spent_decisions AS earlier
        (fingerprint, tool, idempotency_key, good_until)
      VALUES (:fingerprint, :tool, :key, :until)
      ON CONFLICT (fingerprint) DO UPDATE SET good_until = earlier.good_until
      RETURNING tool = :tool AND idempotency_key = :key AS its
      """;

  private static final String SPEND_AND_TAKE_KEY =
      """
      WITH spent AS (%s), taken AS (
        INSERT INTO provisioning.recorded_answers
          (tool, idempotency_key, arguments_digest, recorded_at)
        SELECT :tool, :key, :digest, :now FROM spent WHERE its
        ON CONFLICT DO NOTHING RETURNING 1)
      SELECT EXISTS (SELECT FROM taken) FROM spent WHERE its
      """
          .formatted(SPEND);

  private final JdbcClient db;

  SpentDecisions(JdbcClient db) {
    this.db = db;
  }

  /// Whether the decision is this call's: it becomes that of the first call that shows it.
  boolean isFor(VerifiedDecision decision, KeyedCall call) {
    return spending(SPEND, decision, call).query(Boolean.class).single();
  }

  /// As [#isFor], and takes the key of the call in the same statement.
  ///
  /// @return whether the key was free; empty, and nothing is taken, when the decision is another
  ///   call's
  Optional<Boolean> takeKey(VerifiedDecision decision, KeyedCall call, String digest, Instant now) {
    return spending(SPEND_AND_TAKE_KEY, decision, call)
        .param("digest", digest)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .optional();
  }

  private StatementSpec spending(String sql, VerifiedDecision decision, KeyedCall call) {
    return db.sql(sql)
        .param("fingerprint", decision.fingerprint())
        .param("tool", call.tool())
        .param("key", call.key())
        .param("until", decision.goodUntil().atOffset(ZoneOffset.UTC));
  }

  /// Drops what is refused for its age anyway.
  public void forgetExpired(Instant now) {
    db.sql("DELETE FROM provisioning.spent_decisions WHERE good_until < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
