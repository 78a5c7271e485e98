package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.LostLeaseException;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The reports of every attempt, in each form.
public final class Reports {

  private final JdbcClient jdbc;
  private final Clock clock;

  public Reports(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Keeps the report in all its forms; the statement holds the run itself.
  ///
  /// @throws LostLeaseException when another execution has claimed the run since
  void keep(Run run, Collection<Document> documents) {
    var forms = documents.stream().map(Document::form).toList();
    int kept =
        jdbc.sql(
                """
                with held as (select from coordinator.run where id = ? and epoch = ? for update)
                insert into coordinator.report
                  (run_id, attempt, name, media_type, digest, content, written_at)
                select ?, ?, form.name, form.media_type, form.digest, form.content, ?
                from unnest(?, ?, ?, ?) as form(name, media_type, digest, content)
                where exists (select from held)
                on conflict (run_id, attempt, name) do update set digest = excluded.digest,
                  content = excluded.content, written_at = excluded.written_at\
                """)
            .params(
                run.id().value(),
                run.epoch(),
                run.id().value(),
                run.attempt(),
                clock.instant().atOffset(ZoneOffset.UTC),
                forms.stream().map(ReportForm::extension).toArray(String[]::new),
                forms.stream().map(ReportForm::mediaType).toArray(String[]::new),
                documents.stream().map(Document::digest).toArray(String[]::new),
                documents.stream().map(Document::content).toArray(String[]::new))
            .update();
    if (kept == 0) {
      throw new LostLeaseException(run);
    }
  }

  /// The report of the newest attempt that has one.
  Optional<Kept> newest(RunId run, ReportForm form) {
    return jdbc.sql(
            """
            select attempt, content from coordinator.report where run_id = ? and name = ?
            order by attempt desc limit 1\
            """)
        .params(run.value(), form.extension())
        .query((row, number) -> new Kept(row.getInt(1), row.getString(2)))
        .optional();
  }

  /// A report in one of its forms, and what it is recognised by.
  record Document(ReportForm form, String content, String digest) {

    static Document of(ReportForm form, String content) {
      return new Document(form, content, Fingerprint.ofText(content));
    }
  }

  /// A report as it was written, and of which attempt.
  record Kept(int attempt, String content) {}
}
