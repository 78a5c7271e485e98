package dev.onboarding.agentkit;

import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// The token that is shown to one server.
final class ServerPass {

  private final AccessTokens tokens;
  private final URI resource;
  private final String scope;
  private volatile @Nullable String shown;

  ServerPass(AccessTokens tokens, URI resource, String scope) {
    this.tokens = tokens;
    this.resource = resource;
    this.scope = scope;
  }

  /// Has a good token ready; asks the issuer when there is none, and waits for it.
  void renew() {
    shown = tokens.token(resource, scope);
  }

  /// Gives up the token that was shown, because the server refused it.
  void refused() {
    String token = shown;
    if (token != null) {
      tokens.refused(resource, scope, token);
    }
  }

  /// Never waits: it is called where nothing may.
  void show(HttpRequest.Builder request) {
    String token = shown;
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token);
    }
  }
}
