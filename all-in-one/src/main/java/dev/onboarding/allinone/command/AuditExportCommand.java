package dev.onboarding.allinone.command;

import dev.onboarding.edge.auditor.ReadTrail;
import dev.onboarding.edge.auditor.ReadTrail.Found;
import dev.onboarding.edge.auditor.TrailCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes entries of the trail, whole and however many, as JSON lines or CSV.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write calls as JSON lines or CSV, by run, tool, caller, account, time, outcome.")
final class AuditExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final TrailOptions trail = new TrailOptions();

  @Mixin private final TrailFilters filters = new TrailFilters();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "JSONL",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.JSONL;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private @Nullable Path into;

  /// In which form.
  enum Format {
    JSONL,
    CSV
  }

  @Override
  public Integer call() throws IOException {
    var console = system.console();
    long written;
    if (into == null) {
      written = write(spec.commandLine().getOut());
    } else {
      try (var file = Files.newBufferedWriter(into, StandardCharsets.UTF_8)) {
        written = write(file);
      }
      console.say("%,d entries in %s".formatted(written, into));
    }
    return written > 0 ? 0 : 1;
  }

  private long write(Appendable out) throws IOException {
    Consumer<Found> writer =
        format == Format.CSV ? new TrailCsv(out)::write : found -> line(out, found);
    long written =
        new ReadTrail(trail.source(system), trail.by(), Clock.systemUTC())
            .each(
                "audit export " + format.name().toLowerCase(Locale.ROOT), filters.query(), writer);
    if (out instanceof PrintWriter printed) {
      printed.flush();
    }
    return written;
  }

  private static void line(Appendable out, Found found) {
    try {
      out.append(found.json().toString()).append('\n');
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
