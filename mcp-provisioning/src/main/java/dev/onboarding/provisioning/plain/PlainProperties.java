package dev.onboarding.provisioning.plain;

import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the provisioner is and how it is asked.
///
/// @param baseUrl the address that `/tenants` is appended to
/// @param password goes before its file
/// @param passwordFile a file that holds it, followed while the server runs
@ConfigurationProperties(prefix = "provisioning.http", ignoreUnknownFields = false)
record PlainProperties(
    @DefaultValue("http://127.0.0.1:8099/provisioner") URI baseUrl,
    @DefaultValue("") String username,
    @DefaultValue("") Secret password,
    @DefaultValue("") String passwordFile,
    @DefaultValue UpstreamLimits limits) {

  SecretSource secret() {
    return new SecretSource("PROVISIONER_PASSWORD", password, passwordFile);
  }
}
