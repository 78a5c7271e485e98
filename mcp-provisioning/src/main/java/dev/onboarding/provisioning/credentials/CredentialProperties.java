package dev.onboarding.provisioning.credentials;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How credentials are handed over.
///
/// @param secretKey 32 bytes in Base64, with which waiting credentials are sealed; behind it, older
///   ones that still open what they sealed
/// @param secretKeyFile a file that holds the same, one key a line, followed while the server runs
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

  SecretSource key() {
    return new SecretSource("PROVISIONING_SECRET_KEY", secretKey, secretKeyFile);
  }
}
