package dev.onboarding.coordinator.batch;

import dev.onboarding.model.decision.FiredRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A batch as one line for each account, for a spreadsheet, which may execute none of it.
final class BatchCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "row",
              "account",
              "account_id",
              "account_name",
              "decision",
              "rules",
              "findings",
              "who_acts",
              "what_clears_it",
              "state",
              "run",
              "remark")
          .get();

  private BatchCsv() {}

  static String of(BatchReport report) {
    var text = new StringBuilder();
    try (var csv = new CSVPrinter(text, FORMAT)) {
      for (var result : report.all()) {
        csv.printRecord(line(result));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static Object[] line(BatchResult result) {
    return new Object[] {
      result.number(),
      harmless(result.account()),
      harmless(result.accountId()),
      harmless(result.accountName()),
      result.verdict() == null ? "" : result.verdict().name(),
      joined(result, FiredRow::rule),
      joined(result, FiredRow::says),
      joined(result, FiredRow::owner),
      joined(result, FiredRow::remedy),
      result.state().name(),
      harmless(result.runId()),
      harmless(remark(result))
    };
  }

  private static String joined(BatchResult result, Function<FiredRow, String> part) {
    return harmless(
        result.fired().stream()
            .filter(BatchReport::stops)
            .map(part)
            .distinct()
            .collect(Collectors.joining("; ")));
  }

  private static @Nullable String remark(BatchResult result) {
    return result.why() == null && result.failure() != null
        ? result.failure().message()
        : result.why();
  }

  /// What a spreadsheet would take for a formula is marked as text.
  static String harmless(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return "=+-@\t\r\n|%".indexOf(text.strip().isEmpty() ? ' ' : text.strip().charAt(0)) >= 0
            || "\t\r\n".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
