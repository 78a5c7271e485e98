package dev.onboarding.allinone.identity;

import dev.onboarding.model.secret.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one local authorization server is told.
///
/// @param port on this machine's loopback address
/// @param signingKey a private RSA key in JWK form
/// @param clientSecrets by client
/// @param person who may log in
/// @param databaseUrl of the database in which clients that register themselves are kept
public record IdentitySettings(
    int port,
    Secret signingKey,
    Map<String, Secret> clientSecrets,
    Person person,
    String databaseUrl,
    Secret databasePassword) {

  public IdentitySettings {
    clientSecrets = Map.copyOf(clientSecrets);
  }

  /// The one person who uses this system.
  public record Person(String name, Secret password) {}

  public String issuer() {
    return issuer(port);
  }

  public static String issuer(int port) {
    return "http://127.0.0.1:" + port;
  }

  /// Where tokens are asked for.
  public static String tokenUrl(int port) {
    return issuer(port) + "/oauth2/token";
  }

  /// Where a browser is sent to log in.
  public static String authorizeUrl(int port) {
    return issuer(port) + "/oauth2/authorize";
  }

  /// Where the keys are published.
  public static String keysUrl(int port) {
    return issuer(port) + "/oauth2/jwks";
  }

  Secret clientSecret(String client) {
    @Nullable Secret secret = clientSecrets.get(client);
    if (secret == null) {
      throw new IllegalArgumentException("The client " + client + " has no secret");
    }
    return secret;
  }
}
