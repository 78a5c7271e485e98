package dev.onboarding.provisioning.credentials;

import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How credentials are handed over.
///
/// @param secretKey 32 bytes in Base64, with which waiting credentials are sealed
/// @param secretKeyFile a file that holds the same, instead
/// @param linkBaseUrl where customers reach this server; blank only where nobody else reaches it
/// @param linkLifetime how long a link can be opened
/// @param wipeEvery how often what nobody opened in time is destroyed, at most an hour apart
@ConfigurationProperties(prefix = "provisioning.credentials", ignoreUnknownFields = false)
public record CredentialProperties(
    @DefaultValue("") Secret secretKey,
    @DefaultValue("") String secretKeyFile,
    @DefaultValue("") String linkBaseUrl,
    @DefaultValue("72h") Duration linkLifetime,
    @DefaultValue("5m") Duration wipeEvery) {

  private static final int KEY_BYTES = 32;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  public CredentialProperties {
    if (!linkLifetime.isPositive()) {
      throw new IllegalArgumentException(
          "provisioning.credentials.link-lifetime must be longer than zero");
    }
    if (!wipeEvery.isPositive() || wipeEvery.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "provisioning.credentials.wipe-every must be longer than zero and at most 1h");
    }
  }

  /// @throws IllegalStateException saying what is wrong with the key, without showing it
  byte[] key() {
    byte[] key = decoded(secretKeyFile.isBlank() ? secretKey.reveal() : fromFile());
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          "PROVISIONING_SECRET_KEY must be 32 bytes in Base64; make one with: openssl rand -base64 32");
    }
    return key;
  }

  private String fromFile() {
    try {
      return Files.readString(Path.of(secretKeyFile));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PROVISIONING_SECRET_KEY_FILE %s cannot be read".formatted(secretKeyFile), e);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
