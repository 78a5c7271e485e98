package dev.onboarding.edge.audit;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How a server's audit trail is looked after.
///
/// @param signingKey Ed25519 key pair in JWK form by which checkpoints are signed; none of them
///   leave without it
/// @param signingKeyFile the same in a file, which may be exchanged
/// @param directory where checkpoints go: a place that whoever owns the database cannot write to
/// @param checkpointEvery how often one goes when something was appended since
/// @param outcomeWithin how long a write may take until its outcome counts as lost; above every
///   deadline of a caller
@Validated
@ConfigurationProperties(prefix = "mcp.audit", ignoreUnknownFields = false)
public record AuditSettings(
    @Nullable Secret signingKey,
    @Nullable String signingKeyFile,
    @Nullable String directory,
    @NotNull @DefaultValue("1m") Duration checkpointEvery,
    @NotNull @DefaultValue("10m") Duration outcomeWithin) {

  public AuditSettings {
    require("checkpoint-every", checkpointEvery, Duration.ofSeconds(1));
    require("outcome-within", outcomeWithin, Duration.ofSeconds(1));
    directory = directory == null || directory.isBlank() ? null : directory;
    boolean signs = !source(signingKey, signingKeyFile).isMissing();
    if (signs != (directory != null)) {
      throw new IllegalArgumentException(
          signs
              ? "mcp.audit.signing-key is set and mcp.audit.directory is not: name the directory that checkpoints go to"
              : "mcp.audit.directory is %s and no key signs what goes there: set mcp.audit.signing-key-file"
                  .formatted(directory));
    }
  }

  private static void require(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "mcp.audit.%s is %s: give 1s or more".formatted(name, value));
    }
  }

  /// Where checkpoints go; null when none leave.
  @Nullable Path checkpoints() {
    return directory == null ? null : Path.of(directory);
  }

  SecretSource signing() {
    return source(signingKey, signingKeyFile);
  }

  private static SecretSource source(@Nullable Secret key, @Nullable String file) {
    return new SecretSource("mcp.audit.signing-key", key, file);
  }
}
