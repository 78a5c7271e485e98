package dev.onboarding.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.time.Clock;
import java.util.Base64;

/// Obtains a token from the system's own authority; the chain keeps it, renews it and never calls
/// this twice at once.
///
/// Failures are [dev.onboarding.model.FailureException]s of type authentication when the
/// credentials are refused.
@FunctionalInterface
public interface TokenSource {

  AccessToken fetch();

  /// Whether the token is still what the credentials of now would give, as far as that can be told
  /// without asking anybody.
  default boolean isCurrent(AccessToken token) {
    return true;
  }

  /// HTTP Basic, which nothing can renew: a 401 counts unless the password was exchanged.
  ///
  /// @param system the system's name as people read it
  static TokenSource basic(String system, String user, SecretSource password, Clock clock) {
    var pair =
        RotatingCredential.of(system, password.rotating(clock, secret -> basicToken(user, secret)));
    return new TokenSource() {
      @Override
      public AccessToken fetch() {
        return pair.reread();
      }

      @Override
      public boolean isCurrent(AccessToken token) {
        return token.equals(pair.current());
      }
    };
  }

  private static AccessToken basicToken(String user, Secret password) {
    String pair = user + ":" + password.reveal();
    return new AccessToken(
        new Secret("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))),
        null,
        null);
  }
}
