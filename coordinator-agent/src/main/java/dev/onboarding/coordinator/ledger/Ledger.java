package dev.onboarding.coordinator.ledger;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Appends entries to the records of runs, each as a part of the statement that writes what the
/// entry is about: neither is there without the other, and it costs no statement of its own. The
/// caller holds the run, so that nobody else appends meanwhile.
public final class Ledger {

  /// Goes before a statement that writes; [#bind] gives its parameters. A run without a salt began
  /// before records were chained, and is not.
  public static final String APPEND =
      """
      with last as (
        select number, hash from coordinator.record
        where run_id = :entryRun order by number desc limit 1),
      entry as (
        insert into coordinator.record
          (run_id, number, kind, attempt, name, at, form, kept, sealed, hash)
        select :entryRun, coalesce((select number from last), 0) + 1, :entryKind, :entryAttempt,
          :entryName, :entryAt, :entryForm, decode(:entryKept, 'hex'), seal.sealed,
          sha256(coalesce((select hash from last), decode(:entryGenesis, 'hex'))
            || decode(:entryHead, 'hex') || seal.sealed)
        from (select sha256(uuid_send(record_salt) || decode(:entryContent, 'hex')) as sealed
              from coordinator.run where id = :entryRun and record_salt is not null) seal)
      """;

  private Ledger() {}

  public static StatementSpec bind(StatementSpec statement, RunIdentity run, Entry entry) {
    return statement
        .param("entryRun", run.run())
        .param("entryKind", entry.kind().name())
        .param("entryAttempt", entry.attempt())
        .param("entryName", entry.name())
        .param("entryAt", entry.at().atOffset(ZoneOffset.UTC))
        .param("entryForm", Entry.FORM)
        .param("entryKept", entry.kept())
        .param("entryContent", entry.content())
        .param("entryGenesis", Chain.genesis(run))
        .param(
            "entryHead",
            Chain.head(
                run.run(),
                entry.kind(),
                entry.attempt(),
                entry.name(),
                entry.at(),
                Entry.FORM,
                entry.kept()));
  }
}
