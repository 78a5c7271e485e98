package dev.onboarding.allinone.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationToken;

/// Where a code may be sent: to a registered address, on this machine on any port, since an
/// assistant takes one that is free. The library knows that of 127.0.0.1; assistants say localhost.
final class Redirects {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Redirects() {}

  /// For a request of a client that is known.
  static void requested(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
    URI asked = parsed(request.getRedirectUri());
    boolean isOnThisMachine =
        asked != null
            && isLoopback(asked)
            && context.getRegisteredClient().getRedirectUris().stream()
                .map(Redirects::parsed)
                .filter(Objects::nonNull)
                .anyMatch(registered -> isSameButForThePort(registered, asked));
    if (!isOnThisMachine) {
      OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(
          context);
    }
  }

  /// For a client that registers itself: in clear only to this machine.
  static void registered(OAuth2ClientRegistrationAuthenticationContext context) {
    OAuth2ClientRegistrationAuthenticationToken request = context.getAuthentication();
    var addresses = request.getClientRegistration().getRedirectUris();
    if (addresses == null
        || addresses.isEmpty()
        || !addresses.stream().map(Redirects::parsed).allMatch(Redirects::isSafe)) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(
              OAuth2ErrorCodes.INVALID_REDIRECT_URI,
              "Give addresses on this machine, https addresses, or an application's own scheme",
              null));
    }
  }

  private static boolean isSafe(@Nullable URI address) {
    return address != null
        && address.getScheme() != null
        && address.getFragment() == null
        && (!"http".equalsIgnoreCase(address.getScheme()) || isLoopback(address));
  }

  private static boolean isLoopback(URI address) {
    return "http".equals(address.getScheme())
        && address.getHost() != null
        && LOOPBACK.contains(address.getHost())
        && address.getUserInfo() == null
        && address.getFragment() == null;
  }

  private static boolean isSameButForThePort(URI registered, URI asked) {
    return isLoopback(registered)
        && Objects.equals(registered.getHost(), asked.getHost())
        && Objects.equals(registered.getRawPath(), asked.getRawPath())
        && Objects.equals(registered.getRawQuery(), asked.getRawQuery());
  }

  private static @Nullable URI parsed(@Nullable String address) {
    try {
      return address == null ? null : new URI(address);
    } catch (URISyntaxException unreadable) {
      return null;
    }
  }
}
