package dev.onboarding.provisioning.credentials;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The credentials that wait to be opened. What was opened or has expired leaves only its traces.
public final class SealedCredentials {

  private final JdbcClient db;

  public SealedCredentials(JdbcClient db) {
    this.db = db;
  }

  /// When credentials were first issued for a tenant; empty when never.
  public Optional<Instant> firstIssued(UUID tenantId) {
    return db.sql(
            """
            SELECT issued_at FROM provisioning.credentials WHERE tenant_id = :tenant
             ORDER BY issued_at LIMIT 1
            """)
        .param("tenant", tenantId)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  /// Puts credentials there to wait. Those of a binding that waits already, or was opened, stay.
  ///
  /// @return what is known of those that are there then
  Kept keep(Kept kept, byte[] sealed) {
    return db.sql(
            """
            INSERT INTO provisioning.credentials
              (binding_id, tenant_id, token_hash, sealed, issued_at, expires_at)
            VALUES (:binding, :tenant, :hash, :sealed, :issued, :expires)
            ON CONFLICT DO NOTHING RETURNING *
            """)
        .param("binding", kept.bindingId())
        .param("tenant", kept.tenantId())
        .param("hash", kept.tokenHash())
        .param("sealed", sealed)
        .param("issued", utc(kept.issuedAt()))
        .param("expires", utc(kept.expiresAt()))
        .query((row, n) -> kept(row))
        .optional()
        .or(() -> find(kept.bindingId()))
        .orElseThrow(
            () -> new IllegalStateException("binding " + kept.bindingId() + " was not kept"));
  }

  Optional<Kept> find(UUID bindingId) {
    return db.sql("SELECT * FROM provisioning.credentials WHERE binding_id = :id")
        .param("id", bindingId)
        .query((row, n) -> kept(row))
        .optional();
  }

  Optional<Kept> byToken(String tokenHash) {
    return db.sql("SELECT * FROM provisioning.credentials WHERE token_hash = :hash")
        .param("hash", tokenHash)
        .query((row, n) -> kept(row))
        .optional();
  }

  /// The credentials as they wait, left where they are.
  Optional<Taken> look(String tokenHash, Instant now) {
    return db.sql(
            """
            SELECT binding_id, sealed FROM provisioning.credentials
             WHERE token_hash = :hash AND sealed IS NOT NULL AND expires_at > :now
            """)
        .param("hash", tokenHash)
        .param("now", utc(now))
        .query((row, n) -> new Taken(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  /// Takes the credentials out: whoever comes first gets them, everybody later nothing.
  Optional<Taken> take(String tokenHash, Instant now) {
    return db.sql(
            """
            WITH waiting AS (
              SELECT binding_id, sealed FROM provisioning.credentials
               WHERE token_hash = :hash AND sealed IS NOT NULL AND expires_at > :now
                 FOR UPDATE)
            UPDATE provisioning.credentials kept SET sealed = NULL, opened_at = :now
              FROM waiting WHERE kept.binding_id = waiting.binding_id
            RETURNING waiting.binding_id, waiting.sealed
            """)
        .param("hash", tokenHash)
        .param("now", utc(now))
        .query((row, n) -> new Taken(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  /// Destroys what nobody opened in time.
  void forgetExpired(Instant now) {
    db.sql(
            """
            UPDATE provisioning.credentials SET sealed = NULL
             WHERE sealed IS NOT NULL AND expires_at <= :now
            """)
        .param("now", utc(now))
        .update();
  }

  private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
    OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
    return new Kept(
        row.getObject("binding_id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getString("token_hash"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        opened == null ? null : opened.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// What is known of credentials without opening them.
  record Kept(
      UUID bindingId,
      UUID tenantId,
      String tokenHash,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant openedAt) {

    boolean canBeOpened(Instant now) {
      return openedAt == null && now.isBefore(expiresAt);
    }
  }

  /// Credentials on their way out, still sealed.
  @SuppressWarnings("ArrayRecordComponent") // opened once, compared by nobody
  record Taken(UUID bindingId, byte[] sealed) {}
}
