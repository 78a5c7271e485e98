package dev.onboarding.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.model.secret.Secret;
import java.util.Base64;

/// Obtains a token from the system's own authority; the chain keeps it, renews it and never calls
/// this twice at once.
///
/// Failures are [dev.onboarding.model.FailureException]s of type authentication when the
/// credentials are refused.
@FunctionalInterface
public interface TokenSource {

  AccessToken fetch();

  /// HTTP Basic, which nothing can renew: a 401 counts at once.
  static TokenSource basic(String user, Secret password) {
    String pair = user + ":" + password.reveal();
    var token =
        new AccessToken(
            new Secret("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))),
            null,
            null);
    return () -> token;
  }
}
