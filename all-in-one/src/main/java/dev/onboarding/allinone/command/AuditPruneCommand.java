package dev.onboarding.allinone.command;

import dev.onboarding.edge.EdgeProperties;
import dev.onboarding.edge.audit.AuditPurge;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Removes what is too old of a server that no longer runs and so does it no more by itself.
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = "Remove the old part of a chain whose server is no longer run.")
final class AuditPruneCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final TrailOptions trail = new TrailOptions();

  @Option(names = "--server", paramLabel = "NAME", required = true, description = "Whose.")
  private String server = "";

  @Option(
      names = "--keep",
      paramLabel = "PERIOD",
      required = true,
      description = "What is younger stays, such as 7y; 90d at least.")
  private String keep = "";

  @Override
  public Integer call() throws IOException {
    var kept = ApplicationConversionService.getSharedInstance().convert(keep, Period.class);
    var properties =
        new EdgeProperties(
            server,
            "audit prune by " + trail.by(),
            "",
            List.of(),
            List.of(),
            false,
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(10),
            kept == null ? Period.ZERO : kept,
            Duration.ofDays(1));
    long removed =
        new AuditPurge(new JdbcTemplate(trail.source(system)), properties, Clock.systemUTC())
            .purge();
    system.console().say("%,d rows of %s removed".formatted(removed, server));
    return 0;
  }
}
