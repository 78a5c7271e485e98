package dev.onboarding.allinone.command;

import dev.onboarding.edge.auditor.TrailQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which entries of the trail are wanted.
final class TrailFilters {

  @Option(names = "--run", paramLabel = "ID", description = "Of one run.")
  private @Nullable String run;

  @Option(names = "--tool", paramLabel = "NAME", description = "Of one tool.")
  private @Nullable String tool;

  @Option(names = "--server", paramLabel = "NAME", description = "Of one server.")
  private @Nullable String server;

  @Option(
      names = "--caller",
      paramLabel = "NAME",
      description = "Of one caller: as it names itself, its subject or its client.")
  private @Nullable String caller;

  @Option(names = "--account", paramLabel = "ID", description = "Whose arguments name the account.")
  private @Nullable String account;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "ok, failed, indeterminate, or pending: begun and not ended.")
  private @Nullable String outcome;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Begun then or later: 2026-03-31, or 2026-03-31T08:00:00Z.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Begun before then.")
  private @Nullable Instant until;

  @Option(
      names = "--all",
      description = "Also the intents of writes that ended, and what resolves an entry.")
  private boolean all;

  TrailQuery query() {
    return new TrailQuery(server, run, tool, caller, account, outcome, since, until, all);
  }

  /// An instant, or the beginning of a day in UTC.
  static final class Time implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
      try {
        return text.length() == "2026-03-31".length()
            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
            : Instant.parse(text);
      } catch (DateTimeParseException unreadable) {
        throw new TypeConversionException(
            "'%s' is no time: give 2026-03-31 or 2026-03-31T08:00:00Z".formatted(text));
      }
    }
  }
}
