package dev.onboarding.sandbox.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may call the provisioner.
@ConfigurationProperties("sandbox.provisioner")
public record BrokerSettings(
    @DefaultValue("sandbox-broker") String username,
    @DefaultValue("sandbox-broker-secret") String password) {}
