package dev.onboarding.connector;

import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An OAuth 2.0 token endpoint: takes a grant as a form and gives a bearer token.
///
/// @param authority see [UpstreamChain#forTokens]
public record TokenEndpoint(Upstream authority, URI address, JsonAnswers answers) {

  /// @throws dev.onboarding.model.FailureException when the grant is refused, or the answer holds
  ///   no token
  public TokenGrant exchange(Map<String, String> form) {
    UpstreamResponse response = authority.send(UpstreamRequest.form("token", address, form));
    JsonNode answer = answers.tree(response);
    String token = answer.path("access_token").stringValue("");
    if (token.isBlank()) {
      throw answers.unexpected(response, "no access_token");
    }
    return new TokenGrant(new Secret(token), answer);
  }
}
