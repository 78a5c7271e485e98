package dev.onboarding.edge.security;

import org.springframework.security.authorization.AuthorizationResult;

/// What a caller would need whose request is refused.
///
/// @param scope the scope that would do
/// @param reason one plain sentence for the caller, without quotes
/// @param code one of few words for metric and problem
public record Need(String scope, String reason, String code) implements AuthorizationResult {

  /// Of a scope that the token does not hold.
  public static Need scope(String scope) {
    return new Need(scope, "This needs the scope " + scope, "scope-missing");
  }

  @Override
  public boolean isGranted() {
    return false;
  }
}
