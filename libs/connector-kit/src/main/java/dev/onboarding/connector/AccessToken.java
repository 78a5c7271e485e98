package dev.onboarding.connector;

import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A credential as it goes into the `Authorization` header.
///
/// @param authorization the whole header value, scheme included
/// @param expiresAt from when on it is renewed before use; null when only a 401 tells
/// @param apiBase where the API answers, when the system names that together with the token
public record AccessToken(
    Secret authorization, @Nullable Instant expiresAt, @Nullable URI apiBase) {

  public static AccessToken bearer(
      String token, @Nullable Instant expiresAt, @Nullable URI apiBase) {
    return new AccessToken(new Secret("Bearer " + token), expiresAt, apiBase);
  }
}
