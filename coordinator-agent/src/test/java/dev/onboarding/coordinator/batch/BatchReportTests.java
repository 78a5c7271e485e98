package dev.onboarding.coordinator.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.batch.BatchReports.Form;
import dev.onboarding.coordinator.batch.BatchView.Standing;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BatchReportTests {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  private final BatchReports reports = new BatchReports(EdgeJson.mapper(), SettableClock.at(NOW));

  @Test
  void countsEachRuleOverTheAccountsItStops() {
    var report = report(blocked(), escalated(), proceeding());

    assertThat(report.rules())
        .extracting(BatchReport.Rule::rule, BatchReport.Rule::accounts)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("INV-04", 2),
            org.assertj.core.groups.Tuple.tuple("CON-01", 1));
    assertThat(report.rules().getFirst().who()).containsExactly("Acme", "Globex");
  }

  @Test
  void namesBlockedAccountsBeforeThoseThatNeedAPerson() {
    var report = report(escalated(), blocked(), proceeding());

    assertThat(report.stopped()).extracting(BatchResult::number).containsExactly(1, 2);
    assertThat(report.proceeding()).extracting(BatchResult::named).containsExactly("Initech");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void tellsInEachFormWhoIsStoppedAndWhatClearsIt(Form form) throws IOException {
    var text = reports.write(report(blocked(), escalated(), proceeding(), failed()), form);
    keptForTheEye(form, text);

    assertThat(text)
        .contains("Acme", "Globex", "BLOCK", "ESCALATE", "INV-04")
        .contains("The contract is not signed.", "Have it signed.", "Legal")
        .contains("no account id");
  }

  @Test
  void printsNothingThatABrowserWouldExecute() {
    var hostile = result(1, "<script>alert(1)</script>", Verdict.BLOCK, row("X-1", "<img src=x>"));

    assertThat(reports.write(report(hostile), Form.HTML))
        .doesNotContain("<script>", "<img")
        .contains("&lt;script&gt;");
    assertThat(reports.write(report(hostile), Form.MD)).doesNotContain("<script>");
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+1", "-1", "@SUM(A1)", "' =1'", "%0", "|cmd"})
  void marksWhatASpreadsheetWouldExecuteAsText(String name) throws IOException {
    var text = reports.write(report(result(1, name, Verdict.PROCEED)), Form.CSV);

    try (var lines =
        CSVParser.parse(
            new StringReader(text),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertThat(lines.getRecords())
          .singleElement()
          .satisfies(line -> assertThat(line.get("account_name")).startsWith("'"));
    }
  }

  @Test
  void keepsCommasQuotesAndLinesOfACellTogether() throws IOException {
    var text =
        reports.write(
            report(result(1, "Acme, \"the\"\nCompany", Verdict.BLOCK, row("A-1", "one, two"))),
            Form.CSV);

    try (var lines =
        CSVParser.parse(
            new StringReader(text),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      var line = lines.getRecords().getFirst();
      assertThat(line.get("account_name")).isEqualTo("Acme, \"the\"\nCompany");
      assertThat(line.get("findings")).isEqualTo("one, two");
    }
  }

  @Test
  void saysThatABatchIsStillBeingWorkedOn() {
    var unfinished =
        BatchReport.of(
            view(Standing.GATHERING, new Progress(5, 4, 0, 1, 0, 0, 0, 0, 0)), List.of());

    assertThat(reports.write(unfinished, Form.MD)).contains("still being worked on");
  }

  /// For looking at; `target` is emptied with every build.
  private static void keptForTheEye(Form form, String text) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "batch-report"));
    Files.writeString(
        folder.resolve("report." + form.name().toLowerCase(java.util.Locale.ROOT)), text);
  }

  private static BatchResult blocked() {
    return result(
        1,
        "Acme",
        Verdict.BLOCK,
        row("CON-01", "The contract is not signed."),
        row("INV-04", "Invoice INV1227 is 25 days overdue."));
  }

  private static BatchResult escalated() {
    return result(2, "Globex", Verdict.ESCALATE, row("INV-04", "Invoice INV9 is 3 days overdue."));
  }

  private static BatchResult proceeding() {
    return result(3, "Initech", Verdict.PROCEED);
  }

  private static BatchResult failed() {
    var failure = Failure.invalid("INVALID_ACCOUNT_ID", "'x!' is no account id.");
    return new BatchResult(
        4,
        "x!",
        null,
        null,
        ItemState.FAILED,
        null,
        null,
        null,
        List.of(),
        failure.message(),
        failure);
  }

  private static BatchResult result(int number, String name, Verdict verdict, FiredRow... fired) {
    return new BatchResult(
        number,
        "KEY-" + number,
        "00100000000000%dAAA".formatted(number),
        name,
        ItemState.OPENED,
        "00000000-0000-7000-8000-00000000000" + number,
        RunState.COMPLETED,
        verdict,
        List.of(fired),
        null,
        null);
  }

  private static FiredRow row(String rule, String says) {
    return rule.startsWith("INV")
        ? new FiredRow(
            rule,
            Domain.INVOICE,
            Tier.WARNING,
            says,
            "Finance",
            "Collect, or agree a payment plan.")
        : new FiredRow(rule, Domain.CONTRACT, Tier.VIOLATION, says, "Legal", "Have it signed.");
  }

  private static BatchReport report(BatchResult... results) {
    int block = (int) count(results, Verdict.BLOCK);
    int escalate = (int) count(results, Verdict.ESCALATE);
    int proceed = (int) count(results, Verdict.PROCEED);
    var progress =
        new Progress(
            results.length,
            0,
            0,
            proceed,
            escalate,
            block,
            0,
            0,
            results.length - block - escalate - proceed);
    return BatchReport.of(view(Standing.DONE, progress), List.of(results));
  }

  private static long count(BatchResult[] results, Verdict verdict) {
    return java.util.Arrays.stream(results).filter(each -> each.verdict() == verdict).count();
  }

  private static BatchView view(Standing standing, Progress progress) {
    return new BatchView(
        "00000000-0000-7000-8000-000000000009",
        "api",
        "first-day",
        "Pat",
        Mode.OBSERVE,
        LocalDate.EPOCH,
        200,
        standing,
        progress,
        0,
        null,
        NOW,
        NOW,
        URI.create("/api/batches/9"),
        URI.create("/api/batches/9/report.html"));
  }
}
