package dev.onboarding.edge.auditor;

import dev.onboarding.edge.auditor.ReadTrail.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;

/// Entries as CSV (RFC 4180), which a spreadsheet takes without running anything in it: a cell that
/// would begin a formula begins with an apostrophe.
public final class TrailCsv {

  private static final List<String> COLUMNS =
      List.of(
          "at",
          "server",
          "number",
          "kind",
          "tool",
          "outcome",
          "resolved",
          "error_type",
          "error_code",
          "http_status",
          "caller",
          "subject",
          "client",
          "run",
          "correlation",
          "trace",
          "arguments",
          "micros",
          "attempts",
          "upstream_calls",
          "batch_size",
          "breaker",
          "quota_left",
          "version",
          "contract",
          "result_digest",
          "sealed_by",
          "call",
          "refers",
          "digest",
          "arguments_digest",
          "previous",
          "hash");

  private static final String FORMULA = "=+-@\t\r\n";

  private final CSVPrinter printer;

  /// Writes the headings.
  public TrailCsv(Appendable out) throws IOException {
    printer =
        new CSVPrinter(
            out, CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get());
  }

  public void write(Found found) {
    var entry = found.json();
    try {
      printer.printRecord(COLUMNS.stream().map(column -> cell(entry.path(column))).toList());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static String cell(JsonNode value) {
    String text =
        value.isMissingNode() ? "" : value.isValueNode() ? value.asString() : value.toString();
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
