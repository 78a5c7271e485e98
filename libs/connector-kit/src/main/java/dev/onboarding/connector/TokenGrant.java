package dev.onboarding.connector;

import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a token endpoint granted.
///
/// @param answer all that it said, for what a system adds to the standard
public record TokenGrant(Secret token, JsonNode answer) {

  /// A token of which only a 401 tells that it is no longer good.
  ///
  /// @param apiBase see [AccessToken#apiBase]
  public AccessToken untilRefused(@Nullable URI apiBase) {
    return AccessToken.bearer(token.reveal(), null, apiBase);
  }

  /// A token that ends when `expires_in` says: seconds, as a number or, as some write it, as text.
  ///
  /// @param asked when the token was asked for
  /// @param usual what it is taken for where that is not stated, or is no positive number
  /// @param longest what it is taken for at the most
  public AccessToken from(Instant asked, Duration usual, Duration longest) {
    long stated = answer.path("expires_in").asLong(usual.toSeconds());
    long seconds = stated > 0 ? Math.min(stated, longest.toSeconds()) : usual.toSeconds();
    return AccessToken.bearer(token.reveal(), asked.plusSeconds(seconds), null);
  }

  /// Leaves out the answer, which holds the token.
  @Override
  public String toString() {
    return "a granted token";
  }
}
