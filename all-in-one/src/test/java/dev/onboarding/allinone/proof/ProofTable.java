package dev.onboarding.allinone.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What one proof expected and saw. All proofs together are the page `docs/proof/durability.md`.
final class ProofTable {

  private static final Path PARTS = Path.of("target", "proof");
  private static final Path PAGE = Path.of("..", "docs", "proof", "durability.md");

  private final int order;
  private final String title;
  private final List<String> rows = new ArrayList<>();

  /// @param order its place on the page
  ProofTable(int order, String title) {
    this.order = order;
    this.title = title;
  }

  void row(String what, Object expected, Object seen) {
    rows.add("| %s | %s | %s |".formatted(what, expected, seen));
  }

  /// Writes this part, and the page of all parts that have been written.
  void write() {
    try {
      Files.createDirectories(PARTS);
      var lines = new ArrayList<String>();
      lines.add("## " + title);
      lines.add("");
      lines.add(ran());
      lines.add("");
      lines.add("| what | expected | seen |");
      lines.add("|---|---|---|");
      lines.addAll(rows);
      lines.add("");
      Files.write(PARTS.resolve("%02d.md".formatted(order)), lines);
      Files.createDirectories(PAGE.getParent());
      Files.write(PAGE, page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> page() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# What survives");
    lines.add("");
    lines.add("Written by `./mvnw verify -Pproof`; each part says when it ran, on what.");
    lines.add(
        "Every application, PostgreSQL and the outside world are processes of their own; kills are"
            + " SIGKILL; the outside world counts and deduplicates nothing.");
    lines.add("");
    try (Stream<Path> parts = Files.list(PARTS)) {
      for (Path part : parts.sorted().toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines;
  }

  private static String ran() throws IOException {
    return "Run on %s, commit %s, %d cores, load average %.0f at its end."
        .formatted(
            LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC),
            commit(),
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String commit() throws IOException {
    Process git =
        new ProcessBuilder("git", "rev-parse", "--short", "HEAD").redirectErrorStream(true).start();
    return new String(git.getInputStream().readAllBytes()).strip();
  }
}
