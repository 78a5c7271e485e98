package dev.onboarding.edge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How a server presents itself and what it lets in.
///
/// @param name the server's name, for example `mcp-salesforce`
/// @param version the module's own version, recorded with every call
/// @param instructions what an assistant is told about the server
/// @param allowedHosts values of the Host header that are served; `:*` stands for any port
/// @param allowedOrigins values of the Origin header that are served, when a browser sends one
/// @param remoteCallers whether metrics are served to other machines, and tools to callers without
///   a token where none are configured: only where the network lets nobody else through
/// @param maxBody largest request body
/// @param bodyTimeout how long a request's body may take to arrive
/// @param auditRetention how long the server's calls stay in the audit trail, 90 days at least
/// @param auditPurgeEvery how often what is older is removed
@Validated
@ConfigurationProperties(prefix = "mcp.edge", ignoreUnknownFields = false)
public record EdgeProperties(
    @NotBlank String name,
    @NotBlank String version,
    @DefaultValue("") String instructions,
    @DefaultValue({"127.0.0.1:*", "localhost:*", "[::1]:*"}) List<String> allowedHosts,
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("false") boolean remoteCallers,
    @NotNull @DefaultValue("1MB") DataSize maxBody,
    @NotNull @DefaultValue("20s") Duration bodyTimeout,
    @NotNull @DefaultValue("7y") Period auditRetention,
    @NotNull @DefaultValue("24h") Duration auditPurgeEvery) {

  private static final int SHORTEST_RETENTION_DAYS = 90;

  public EdgeProperties {
    if (LocalDate.EPOCH.plus(auditRetention).toEpochDay() < SHORTEST_RETENTION_DAYS) {
      throw new IllegalArgumentException(
          "mcp.edge.audit-retention is %s: give 90d or more, for example 7y"
              .formatted(auditRetention));
    }
    if (auditPurgeEvery.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "mcp.edge.audit-purge-every is %s: give 1m or more".formatted(auditPurgeEvery));
    }
  }
}
