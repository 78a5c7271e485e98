package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.report.Texts;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A batch's report as its templates print it: every text harmless where it is printed.
record BatchReportView(
    String title,
    String headline,
    String asked,
    String standing,
    String tone,
    List<Total> totals,
    List<RuleLine> rules,
    List<Account> stopped,
    List<Account> unanswered,
    List<Account> proceeding,
    List<Total> facts) {

  private static final int MOST_NAMES = 8;

  /// A number with what it counts.
  record Total(String label, String value, String tone) {}

  /// A rule, how many it stopped, and who they are.
  record RuleLine(
      String rule, String tier, String accounts, String who, String owner, String remedy) {}

  /// An account with what stops it, or why there is no decision.
  record Account(
      String name,
      String reference,
      String verdict,
      String tone,
      List<Row> rows,
      String remark,
      String run) {}

  /// A row that fired.
  record Row(String rule, String tier, String says, String owner, String remedy) {}

  static BatchReportView of(BatchReport report, Texts texts, Instant now) {
    var batch = report.batch();
    var progress = batch.progress();
    int decided = progress.proceed() + progress.escalate() + progress.block();
    return new BatchReportView(
        "Who would have been stopped, and why",
        "%d of %d decided accounts are stopped: %d blocked, %d for a person to decide"
            .formatted(
                progress.escalate() + progress.block(),
                decided,
                progress.block(),
                progress.escalate()),
        texts.shown(asked(batch)),
        standing(batch),
        progress.block() > 0 ? "block" : progress.escalate() > 0 ? "escalate" : "proceed",
        totals(progress),
        report.rules().stream().map(rule -> line(rule, texts)).toList(),
        accounts(report.stopped(), texts),
        accounts(report.unanswered(), texts),
        accounts(report.proceeding(), texts),
        facts(batch, texts, now));
  }

  private static String asked(BatchView batch) {
    var which =
        batch.wonSince() == null
            ? "The accounts that were given"
            : "%s deals won since %s%s"
                .formatted(
                    batch.limit() == null ? "All" : "The last " + batch.limit(),
                    batch.wonSince(),
                    batch.leftOut() == 0
                        ? ""
                        : " (%d earlier accounts are left out)".formatted(batch.leftOut()));
    return "%s, in mode %s.".formatted(which, batch.mode());
  }

  private static String standing(BatchView batch) {
    return switch (batch.state()) {
      case DONE -> "";
      case FAILED -> "The deals could not be read, so nothing was judged.";
      case FINDING, GATHERING, JUDGING ->
          "The batch is still being worked on; the numbers below are those of this moment.";
    };
  }

  private static List<Total> totals(Progress progress) {
    return List.of(
        total("Blocked", progress.block(), "block"),
        total("For a person to decide", progress.escalate(), "escalate"),
        total("Proceed", progress.proceed(), "proceed"),
        total("Not decided yet", progress.waiting() + progress.judging(), "quiet"),
        total("Onboarded before", progress.skipped(), "quiet"),
        total("Could not be asked about", progress.failed() + progress.undecided(), "quiet"));
  }

  private static Total total(String label, int count, String tone) {
    return new Total(label, Integer.toString(count), tone);
  }

  private static RuleLine line(BatchReport.Rule rule, Texts texts) {
    var names = rule.who().stream().limit(MOST_NAMES).map(texts::named).toList();
    var more = rule.accounts() - names.size();
    return new RuleLine(
        texts.shown(rule.rule()),
        rule.tier().toString(),
        Integer.toString(rule.accounts()),
        String.join(", ", names) + (more > 0 ? " and %d more".formatted(more) : ""),
        texts.shown(rule.owner()),
        texts.shown(rule.remedy()));
  }

  private static List<Account> accounts(List<BatchResult> results, Texts texts) {
    return results.stream().map(result -> account(result, texts)).toList();
  }

  private static Account account(BatchResult result, Texts texts) {
    var failure = result.failure();
    var remark =
        Stream.of(
                result.why() != null ? result.why() : failure == null ? "" : failure.message(),
                failure == null ? "" : failure.resolution())
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    return new Account(
        texts.named(result.named()),
        texts.named(result.accountId() == null ? result.account() : result.accountId()),
        result.verdict() == null ? "" : result.verdict().name(),
        tone(result),
        result.fired().stream().filter(BatchReport::stops).map(row -> row(row, texts)).toList(),
        texts.shown(String.join(" ", remark)),
        texts.shown(result.runId() == null ? "" : result.runId()));
  }

  private static String tone(BatchResult result) {
    Verdict verdict = result.verdict();
    return verdict == null ? "quiet" : verdict.name().toLowerCase(Locale.ROOT);
  }

  private static Row row(FiredRow row, Texts texts) {
    return new Row(
        texts.shown(row.rule()),
        row.tier().toString(),
        texts.shown(row.says()),
        texts.shown(row.owner()),
        texts.shown(row.remedy()));
  }

  private static List<Total> facts(BatchView batch, Texts texts, Instant now) {
    return List.of(
        new Total("Batch", batch.batchId(), ""),
        new Total("Asked by", texts.named(who(batch)), ""),
        new Total("Correlation id", texts.shown(batch.correlationId()), ""),
        new Total("Asked at", texts.shown(batch.createdAt()), ""),
        new Total("Written at", texts.shown(now), ""));
  }

  private static String who(BatchView batch) {
    return batch.requestedBy() == null ? batch.source() : batch.requestedBy();
  }
}
