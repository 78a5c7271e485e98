package dev.onboarding.provisioning.idempotency;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// The answers given so far: the same key with the same arguments is answered from here, the same
/// key with other arguments is refused.
public final class RecordedAnswers {

  private final JdbcClient db;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final Clock clock;

  public RecordedAnswers(
      JdbcClient db, TransactionOperations transactions, JsonMapper json, Clock clock) {
    this.db = db;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /// Does work that stays in the database: its change and its answer are one transaction.
  public <T> T once(KeyedCall call, Class<T> type, Supplier<T> work) {
    T answer =
        transactions.execute(status ->
            claimed(call, type, this::isFree)
                .orElseGet(() -> {
                  T fresh = work.get();
                  record(call, fresh);
                  return fresh;
                }));
    if (answer == null) {
      throw new IllegalStateException(call.tool() + " gave no answer");
    }
    return answer;
  }

  /// Several of these, and what belongs to them, kept together or not at all.
  public <T> T together(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  /// Takes the key for work that leaves the process, and gives its answer if there is one already.
  /// The work itself must bear repetition until [#record] has been called.
  public <T> Optional<T> claim(KeyedCall call, Class<T> type) {
    return claim(call, type, this::isFree);
  }

  /// As [#claim(KeyedCall, Class)], for a key that is taken together with something else.
  public <T> Optional<T> claim(KeyedCall call, Class<T> type, Taking taking) {
    Optional<T> answer = transactions.execute(status -> claimed(call, type, taking));
    return answer == null ? Optional.empty() : answer;
  }

  public void record(KeyedCall call, Object answer) {
    db.sql(
            """
            UPDATE provisioning.recorded_answers
               SET answer = CAST(:answer AS jsonb), recorded_at = :now
             WHERE tool = :tool AND idempotency_key = :key
            """)
        .param("answer", json.writeValueAsString(answer))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("tool", call.tool())
        .param("key", call.key())
        .update();
  }

  /// Drops what nobody repeats any more.
  public void forgetBefore(Instant recordedBefore) {
    db.sql("DELETE FROM provisioning.recorded_answers WHERE recorded_at < :before")
        .param("before", recordedBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  private <T> Optional<T> claimed(KeyedCall call, Class<T> type, Taking taking) {
    String digest = digest(call.arguments());
    return taking.isFree(call, digest, clock.instant())
        ? Optional.empty()
        : earlier(call, digest, type);
  }

  private boolean isFree(KeyedCall call, String digest, Instant now) {
    return db.sql(
                """
                INSERT INTO provisioning.recorded_answers
                  (tool, idempotency_key, arguments_digest, recorded_at)
                VALUES (:tool, :key, :digest, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("tool", call.tool())
            .param("key", call.key())
            .param("digest", digest)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private <T> Optional<T> earlier(KeyedCall call, String digest, Class<T> type) {
    Earlier earlier =
        db.sql(
                """
                SELECT arguments_digest, answer FROM provisioning.recorded_answers
                 WHERE tool = :tool AND idempotency_key = :key
                """)
            .param("tool", call.tool())
            .param("key", call.key())
            .query((row, n) -> new Earlier(row.getString(1), row.getString(2)))
            .single();
    if (!earlier.digest().equals(digest)) {
      throw new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              "IDEMPOTENCY_KEY_REUSED",
              409,
              "idempotency_key '%s' was used for %s with other arguments"
                  .formatted(call.key(), call.tool()),
              "Use a new key for a new call; repeat a call with the same arguments.",
              "Caller"));
    }
    return Optional.ofNullable(earlier.answer()).map(answer -> json.readValue(answer, type));
  }

  private String digest(Object arguments) {
    try {
      byte[] text = json.writeValueAsString(arguments).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How the key of a call is taken.
  @FunctionalInterface
  public interface Taking {

    /// Takes the key if it is free; waits for whoever is just taking it.
    boolean isFree(KeyedCall call, String digest, Instant now);
  }

  private record Earlier(String digest, @Nullable String answer) {}
}
