package dev.onboarding.provisioning.decision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// With which key decisions are checked.
///
/// @param publicKeyFile the coordinator's public key (P-256), as PEM or JWK, or several as a JWK
///   set; followed while the server runs
/// @param clockSkew by how much the coordinator's clock and ours may differ, at most two minutes
@ConfigurationProperties(prefix = "provisioning.decision", ignoreUnknownFields = false)
public record DecisionProperties(
    @DefaultValue("") String publicKeyFile, @DefaultValue("60s") Duration clockSkew) {

  private static final Duration LARGEST_SKEW = Duration.ofMinutes(2);

  public DecisionProperties {
    if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
      throw new IllegalArgumentException(
          "provisioning.decision.clock-skew must be between 0s and 2m");
    }
  }
}
