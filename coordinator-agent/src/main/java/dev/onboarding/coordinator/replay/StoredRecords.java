package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.RunIdentity;
import dev.onboarding.coordinator.replay.RunRecord.Standing;
import dev.onboarding.coordinator.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The records as the store has them, each read as of one moment. Many are read page by page, so
/// that the whole store never is in memory.
public final class StoredRecords {

  private static final int PAGE = 200;
  private static final String PAGE_OF_RUNS =
      """
      select r.*, exists (select from coordinator.erased_run e where e.run_id = r.id) as erased
      from coordinator.run r where r.id > :after and r.created_at >= :since
      order by r.id limit :size\
      """;
  private static final String ONE_RUN =
      """
      select r.*, exists (select from coordinator.erased_run e where e.run_id = r.id) as erased
      from coordinator.run r where r.id = :run\
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;
  private final RecordContents contents;

  public StoredRecords(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.contents = new RecordContents(jdbc);
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  public Optional<RunRecord> of(RunId run) {
    return asOfOneMoment(() ->
            records(
                jdbc.sql(ONE_RUN)
                    .param("run", run.value())
                    .query((row, number) -> new Head(row))
                    .list()))
        .stream()
        .findFirst();
  }

  /// Every record of a run that was created since then, the oldest first, page by page.
  public void pages(Instant since, Consumer<List<RunRecord>> taker) {
    var after = new UUID(0, 0);
    while (true) {
      var page = page(after, since);
      taker.accept(page);
      if (page.size() < PAGE) {
        return;
      }
      after = page.getLast().identity().run();
    }
  }

  private List<RunRecord> page(UUID after, Instant since) {
    return asOfOneMoment(() ->
        records(
            jdbc.sql(PAGE_OF_RUNS)
                .param("after", after)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("size", PAGE)
                .query((row, number) -> new Head(row))
                .list()));
  }

  private List<RunRecord> asOfOneMoment(Supplier<List<RunRecord>> read) {
    return Objects.requireNonNull(snapshot.execute(status -> read.get()));
  }

  private List<RunRecord> records(List<Head> runs) {
    if (runs.isEmpty()) {
      return List.of();
    }
    var ids = runs.stream().map(head -> head.identity.run()).toList();
    var entries = entries(ids);
    var rows = contents.of(ids);
    return runs.stream()
        .map(head ->
            new RunRecord(
                head.identity,
                head.standing,
                entries.getOrDefault(head.identity.run(), List.of()),
                rows.getOrDefault(head.identity.run(), List.of())))
        .toList();
  }

  private Map<UUID, List<ChainedEntry>> entries(List<UUID> runs) {
    var entries = new LinkedHashMap<UUID, List<ChainedEntry>>();
    jdbc.sql(
            """
            select run_id, number, kind, attempt, name, at, form, encode(kept, 'hex') as kept,
              encode(sealed, 'hex') as sealed, encode(hash, 'hex') as hash
            from coordinator.record where run_id in (:runs) order by run_id, number\
            """)
        .param("runs", runs)
        .query(row -> {
          entries
              .computeIfAbsent(row.getObject("run_id", UUID.class), run -> new ArrayList<>())
              .add(entry(row));
        });
    return entries;
  }

  private static ChainedEntry entry(ResultSet row) throws SQLException {
    return new ChainedEntry(
        row.getInt("number"),
        EntryKind.valueOf(row.getString("kind")),
        row.getInt("attempt"),
        row.getString("name"),
        instant(row, "at"),
        row.getInt("form"),
        row.getString("kept"),
        row.getString("sealed"),
        row.getString("hash"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// The row of a run, as far as its record needs it.
  private static final class Head {

    private final RunIdentity identity;
    private final Standing standing;

    Head(ResultSet row) throws SQLException {
      this.identity =
          new RunIdentity(
              row.getObject("id", UUID.class),
              row.getString("source"),
              row.getString("correlation_id"),
              row.getString("account_key"),
              row.getString("coordinator"),
              row.getString("rule_set"),
              row.getString("rule_set_digest"),
              row.getString("prompts"),
              instant(row, "created_at"));
      @Nullable UUID salt = row.getObject("record_salt", UUID.class);
      this.standing =
          new Standing(
              salt,
              row.getBoolean("erased"),
              row.getObject("journal_removed_at") != null,
              row.getString("verdict"));
    }
  }
}
