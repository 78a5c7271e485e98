package dev.onboarding.provisioning.decision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// With which key decisions are checked.
///
/// @param publicKeyFile the coordinator's public key (P-256), as PEM or JWK; read again when it
///   changes
/// @param clockSkew by how much the coordinator's clock and ours may differ
@ConfigurationProperties(prefix = "provisioning.decision", ignoreUnknownFields = false)
public record DecisionProperties(
    @DefaultValue("") String publicKeyFile, @DefaultValue("60s") Duration clockSkew) {}
