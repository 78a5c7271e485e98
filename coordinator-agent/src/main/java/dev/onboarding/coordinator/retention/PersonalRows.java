package dev.onboarding.coordinator.retention;

import dev.onboarding.coordinator.pipeline.ReportForm;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where the rows of a run hold personal data. Ids, digests, verdicts, rules, amounts, dates and
/// who approved stay; callers bring the transaction.
final class PersonalRows {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PersonalRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void erase(UUID run, Erased erased) {
    jdbc.sql("select id from coordinator.run where id = ? for update")
        .param(run)
        .query()
        .listOfRows();
    attempts(run);
    texts(run);
    failures("run", "id", run);
    failures("step", "run_id", run);
    failures("effect", "run_id", run);
    batches(run);
    reports(run, erased);
    jdbc.sql(
            """
            insert into coordinator.erased_run (run_id, erasure_id, erased_at) values (?, ?, ?)
            on conflict do nothing\
            """)
        .params(run, erased.erasureId(), erased.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void attempts(UUID run) {
    var attempts =
        jdbc.sql("select number, assessments, decision from coordinator.attempt where run_id = ?")
            .param(run)
            .query((row, number) -> new Known(row.getInt(1), row.getString(2), row.getString(3)))
            .list();
    for (var attempt : attempts) {
      jdbc.sql(
              """
              update coordinator.attempt
              set assessments = cast(:assessments as jsonb), decision = cast(:decision as jsonb)
              where run_id = :run and number = :number\
              """)
          .param(
              "assessments",
              rewritten(attempt.assessments(), Assessments.class, PersonalFacts::erased))
          .param("decision", rewritten(attempt.decision(), Decision.class, PersonalFacts::erased))
          .param("run", run)
          .param("number", attempt.number())
          .update();
    }
  }

  private record Known(int number, @Nullable String assessments, @Nullable String decision) {}

  /// What this version cannot read, it cannot tell apart either, and nothing of it is kept.
  private <T> @Nullable String rewritten(
      @Nullable String text, Class<T> type, UnaryOperator<T> erase) {
    if (text == null) {
      return null;
    }
    try {
      return json.writeValueAsString(erase.apply(json.readValue(text, type)));
    } catch (JacksonException unreadable) {
      return null;
    }
  }

  private void texts(UUID run) {
    for (var statement :
        List.of(
            // Without its salt nobody finds out what the run's record has sealed.
            "update coordinator.run set account_name = null, record_salt = null where id = :run",
            // What steps answered is in the attempt as far as it proves anything.
            "update coordinator.step set outcome = 'null' where run_id = :run and outcome is not null",
            "update coordinator.state_change set why = :text where run_id = :run and why is not null",
            "update coordinator.advice set content = null, text = null where run_id = :run",
            "update coordinator.approval set reason = :text where run_id = :run",
            "update coordinator.operator_act set reason = :text where run_id = :run",
            """
            update coordinator.effect set subject = :text,
              target = case when kind = 'mail' then :text else target end
            where run_id = :run\
            """)) {
      jdbc.sql(statement).param("run", run).param("text", Erased.TEXT).update();
    }
  }

  private void failures(String table, String key, UUID run) {
    jdbc.sql(
            """
            update coordinator.%s set failure = failure || cast(:text as jsonb)
            where %s = :run and failure is not null\
            """
                .formatted(table, key))
        .param("text", json.writeValueAsString(new FailureTexts(Erased.TEXT, Erased.TEXT)))
        .param("run", run)
        .update();
  }

  /// An account is in a batch also when its run there is another one or there is none.
  private void batches(UUID run) {
    for (var statement :
        List.of(
            """
            update coordinator.batch_chunk c set failure = c.failure || cast(:failure as jsonb)
            from coordinator.batch_item i, coordinator.run r
            where c.batch_id = i.batch_id and c.number = i.chunk and r.id = :run
              and (i.run_id = r.id or i.account_id = r.account_id or i.account_key = r.account_key)\
            """,
            """
            update coordinator.batch_item i set failure = i.failure || cast(:failure as jsonb),
              why = case when i.why is not null then :text end
            from coordinator.run r
            where r.id = :run
              and (i.run_id = r.id or i.account_id = r.account_id or i.account_key = r.account_key)\
            """)) {
      jdbc.sql(statement)
          .param("run", run)
          .param("text", Erased.TEXT)
          .param("failure", json.writeValueAsString(new FailureTexts(Erased.TEXT, Erased.TEXT)))
          .update();
    }
  }

  /// The two of the six names of a [Failure] that are free text.
  private record FailureTexts(String message, String resolution) {}

  /// The digest stays that of the report as it was.
  private void reports(UUID run, Erased erased) {
    for (var form : ReportForm.values()) {
      var notice = ErasureNotice.in(form, run, erased, json);
      int replaced =
          jdbc.sql("update coordinator.report set content = ? where run_id = ? and name = ?")
              .params(notice, run, ErasureNotice.name(form))
              .update();
      if (replaced == 0) {
        addReport(run, form, notice, erased.at());
      }
    }
  }

  /// So that a run without a report says why there is none.
  private void addReport(UUID run, ReportForm form, String notice, Instant at) {
    jdbc.sql(
            """
            insert into coordinator.report
              (run_id, attempt, name, media_type, digest, content, written_at)
            select id, attempt, ?, ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?
            from coordinator.run where id = ?\
            """)
        .params(
            ErasureNotice.name(form),
            form.mediaType(),
            notice,
            notice,
            at.atOffset(ZoneOffset.UTC),
            run)
        .update();
  }

  /// Reminders belong to no run; they are found by the tasks they were about.
  void eraseReminders(List<String> tasks) {
    for (var task : tasks) {
      jdbc.sql(
              """
              update coordinator.effect set subject = :text,
                target = case when kind = 'mail' then :text else target end,
                failure = failure || cast(:failure as jsonb)
              where run_id is null and key like :key\
              """)
          .param("text", Erased.TEXT)
          .param("failure", json.writeValueAsString(new FailureTexts(Erased.TEXT, Erased.TEXT)))
          .param("key", "reminder/" + task + ":%")
          .update();
    }
  }
}
