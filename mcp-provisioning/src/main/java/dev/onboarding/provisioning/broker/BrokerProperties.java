package dev.onboarding.provisioning.broker;

import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the provisioner is and how it is asked.
///
/// @param baseUrl the address that `/v2/…` is appended to
/// @param password goes before its file
/// @param passwordFile a file that holds it, followed while the server runs
/// @param service name of the service in the catalogue whose instances are tenants
/// @param catalogLifetime how long the ids of service and plans are kept before they are read again
@ConfigurationProperties(prefix = "provisioning.broker", ignoreUnknownFields = false)
public record BrokerProperties(
    @DefaultValue("http://127.0.0.1:8099/provisioner") URI baseUrl,
    @DefaultValue("") String username,
    @DefaultValue("") Secret password,
    @DefaultValue("") String passwordFile,
    @DefaultValue("tenant") String service,
    @DefaultValue("10m") Duration catalogLifetime,
    @DefaultValue UpstreamLimits limits) {

  SecretSource secret() {
    return new SecretSource("PROVISIONER_PASSWORD", password, passwordFile);
  }
}
