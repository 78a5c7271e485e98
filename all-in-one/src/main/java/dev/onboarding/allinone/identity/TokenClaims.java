package dev.onboarding.allinone.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// Writes what our servers look at (RFC 9068): one audience, the scopes of that server alone, the
/// client, and when a person logged in.
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String RESOURCE = "resource";

  private final Resources resources;
  private final Clock clock;

  TokenClaims(Resources resources, Clock clock) {
    this.resources = resources;
    this.clock = clock;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      return;
    }
    boolean isPerson =
        !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
    Resource resource = resources.asked(asked(context));
    Set<String> scopes =
        context.getAuthorizedScopes().stream()
            .filter(resource::owns)
            .filter(scope -> isPerson || !scope.equals(Resource.APPROVE))
            .collect(Collectors.toSet());
    var claims =
        context
            .getClaims()
            .audience(List.of(resource.audience()))
            .claim("client_id", context.getRegisteredClient().getClientId())
            .claim("scope", scopes.stream().sorted().collect(Collectors.joining(" ")));
    if (isPerson) {
      claims.claim("auth_time", loggedIn(context).getEpochSecond());
    }
  }

  /// The token request says it, or else the authorization request did.
  private static @Nullable Object asked(JwtEncodingContext context) {
    if (context.getAuthorizationGrant() instanceof OAuth2AuthorizationGrantAuthenticationToken grant
        && grant.getAdditionalParameters().get(RESOURCE) != null) {
      return grant.getAdditionalParameters().get(RESOURCE);
    }
    OAuth2AuthorizationRequest request =
        context.getAuthorization() == null
            ? null
            : context.getAuthorization().getAttribute(OAuth2AuthorizationRequest.class.getName());
    return request == null ? null : request.getAdditionalParameters().get(RESOURCE);
  }

  private Instant loggedIn(JwtEncodingContext context) {
    Authentication person = Objects.requireNonNull(context.getPrincipal());
    return person.getAuthorities().stream()
        .filter(FactorGrantedAuthority.class::isInstance)
        .map(FactorGrantedAuthority.class::cast)
        .map(FactorGrantedAuthority::getIssuedAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElseGet(clock::instant);
  }
}
