package dev.onboarding.connector;

import dev.onboarding.model.secret.SecretSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The start-up check of a connector: names every environment variable that is missing, all at
/// once.
///
/// ```java
/// RequiredCredentials.of("mcp-salesforce")
///     .with("SALESFORCE_CLIENT_ID", settings.clientId())
///     .with(new SecretSource("SALESFORCE_CLIENT_SECRET", secret, secretFile))
///     .check();
/// ```
public final class RequiredCredentials {

  private final String server;
  private final List<String> missing = new ArrayList<>();

  private RequiredCredentials(String server) {
    this.server = server;
  }

  public static RequiredCredentials of(String server) {
    return new RequiredCredentials(server);
  }

  public RequiredCredentials with(String variable, @Nullable String value) {
    if (value == null || value.isBlank()) {
      missing.add(variable);
    }
    return this;
  }

  public RequiredCredentials with(SecretSource secret) {
    return with(secret.variables(), secret.isMissing() ? null : "given");
  }

  public RequiredCredentials with(KeySource key) {
    return with(key.variables(), key.isMissing() ? null : "given");
  }

  /// @throws MissingCredentialsException naming what to set; Spring Boot prints it as one plain
  ///   message
  public void check() {
    if (!missing.isEmpty()) {
      throw new MissingCredentialsException(server, missing);
    }
  }
}
