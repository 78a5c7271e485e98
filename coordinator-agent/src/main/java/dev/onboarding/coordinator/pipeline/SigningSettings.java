package dev.onboarding.coordinator.pipeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// With what decisions are signed.
///
/// @param signingKeyFile private key on curve P-256, as PEM (PKCS#8) or JWK; asked for at start-up
/// @param validity how long a signed decision may be used: ten minutes at most, whole seconds
@ConfigurationProperties(prefix = "onboarding.decision", ignoreUnknownFields = false)
public record SigningSettings(
    @DefaultValue("") String signingKeyFile, @DefaultValue("5m") Duration validity) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  public SigningSettings {
    if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "onboarding.decision.validity is %s: give 1s to 10m".formatted(validity));
    }
  }
}
