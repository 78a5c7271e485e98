package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// With what decisions are signed.
///
/// @param signingKey private key on curve P-256, as PEM (PKCS#8) or JWK; goes before its file
/// @param signingKeyFile a file that holds it, followed while the process runs
/// @param validity how long a signed decision may be used: ten minutes at most, whole seconds
@ConfigurationProperties(prefix = "onboarding.decision", ignoreUnknownFields = false)
public record SigningSettings(
    @DefaultValue("") Secret signingKey,
    @DefaultValue("") String signingKeyFile,
    @DefaultValue("5m") Duration validity) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  public SigningSettings {
    if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "onboarding.decision.validity is %s: give 1s to 10m".formatted(validity));
    }
  }

  SecretSource key() {
    return new SecretSource("ONBOARDING_DECISION_SIGNING_KEY", signingKey, signingKeyFile);
  }
}
