package dev.onboarding.coordinator.govern;

import dev.onboarding.coordinator.govern.DocumentAct.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every document that was ever stored, and every act that put one in force. What counts is read
/// here each time, so all nodes follow an activation at once.
public final class Documents {

  private static final String LAST =
      """
      select * from coordinator.document_act where kind = :kind and act in (%s)
        and at <= coalesce(cast(:at as timestamptz), 'infinity') order by number desc limit 1\
      """;
  private static final String IN_FORCE = LAST.formatted("'ACTIVATE', 'RETURN'");
  private static final String IN_SHADOW = LAST.formatted("'SHADOW', 'END_SHADOW'");

  private final JdbcClient jdbc;
  private final Clock clock;

  public Documents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Keeps a document; one that says the same is kept already.
  void keep(DocumentKind kind, DocumentReader.Identity identity, String content, String person) {
    jdbc.sql(
            """
            insert into coordinator.document (kind, digest, version, content, stored_by, stored_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
        .params(kind.name(), identity.digest(), identity.version(), content, person, now())
        .update();
  }

  public Optional<Document> find(DocumentKind kind, String digest) {
    return jdbc.sql("select * from coordinator.document where kind = ? and digest = ?")
        .params(kind.name(), digest)
        .query((row, number) -> document(row))
        .optional();
  }

  /// The digests that begin so; more than one when it is too short.
  public List<String> beginningWith(DocumentKind kind, String digest) {
    return jdbc.sql(
            """
            select digest from coordinator.document
            where kind = ? and starts_with(digest, ?) order by digest limit 2\
            """)
        .params(kind.name(), digest)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /// Newest first.
  public List<Document> all(DocumentKind kind) {
    return jdbc.sql(
            "select * from coordinator.document where kind = ? order by stored_at desc, digest")
        .param(kind.name())
        .query((row, number) -> document(row))
        .list();
  }

  /// The act that says what is in force now; empty while nobody has decided.
  public Optional<DocumentAct> inForce(DocumentKind kind) {
    return last(IN_FORCE, kind, null);
  }

  /// As [#inForce], at a moment of the past.
  public Optional<DocumentAct> inForceAt(DocumentKind kind, Instant moment) {
    return last(IN_FORCE, kind, moment);
  }

  /// The act that says what runs in the shadow now.
  public Optional<DocumentAct> inShadow(DocumentKind kind) {
    return last(IN_SHADOW, kind, null).filter(act -> act.digest() != null);
  }

  /// What a person put in force; empty while what ships with the node holds.
  public Optional<Document> active(DocumentKind kind) {
    return inForce(kind).map(DocumentAct::digest).flatMap(digest -> find(kind, digest));
  }

  /// Newest first.
  public List<DocumentAct> acts(DocumentKind kind) {
    return jdbc.sql("select * from coordinator.document_act where kind = ? order by number desc")
        .param(kind.name())
        .query((row, number) -> act(row))
        .list();
  }

  /// Lets nobody else decide about the kind before this transaction ends.
  void lock(DocumentKind kind) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("document " + kind)
        .query(row -> {});
  }

  DocumentAct add(
      DocumentKind kind,
      Act act,
      @Nullable String digest,
      @Nullable String from,
      String person,
      String reason) {
    return jdbc.sql(
            """
            insert into coordinator.document_act
              (kind, act, digest, from_digest, person, reason, at)
            values (:kind, :act, :digest, :from, :person, :reason, :at) returning *\
            """)
        .param("kind", kind.name())
        .param("act", act.name())
        .param("digest", digest)
        .param("from", from)
        .param("person", person)
        .param("reason", reason)
        .param("at", now())
        .query((row, number) -> act(row))
        .single();
  }

  private Optional<DocumentAct> last(String sql, DocumentKind kind, @Nullable Instant moment) {
    return jdbc.sql(sql)
        .param("kind", kind.name())
        .param("at", moment == null ? null : moment.atOffset(ZoneOffset.UTC))
        .query((row, number) -> act(row))
        .optional();
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("digest"),
        row.getString("version"),
        row.getString("content"),
        row.getString("stored_by"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant());
  }

  private static DocumentAct act(ResultSet row) throws SQLException {
    return new DocumentAct(
        row.getLong("number"),
        DocumentKind.valueOf(row.getString("kind")),
        Act.valueOf(row.getString("act")),
        row.getString("digest"),
        row.getString("from_digest"),
        row.getString("person"),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
