package dev.onboarding.edge.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose access tokens a server takes, and for which audience.
///
/// @param issuer the issuer exactly as its tokens name it; empty where callers have no tokens, and
///   then only those of this machine are served
/// @param jwkSetUri where the issuer publishes its keys
/// @param audience the one audience that is ours: the address under which callers know this server;
///   never what a request says
/// @param clockSkew how far the issuer's clock may be from ours
/// @param remembered how many verified tokens are remembered at most
/// @param personClaim the claim that only tokens of somebody who logged in carry
@Validated
@ConfigurationProperties(prefix = "mcp.tokens", ignoreUnknownFields = false)
public record TokenProperties(
    @DefaultValue("") String issuer,
    @DefaultValue("") String jwkSetUri,
    @DefaultValue("") String audience,
    @NotNull @DefaultValue("30s") Duration clockSkew,
    @Min(1) @DefaultValue("10000") int remembered,
    @NotBlank @DefaultValue("auth_time") String personClaim) {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public TokenProperties {
    if (!issuer.isBlank()) {
      requireAddress("mcp.tokens.audience", audience);
      URI keys = requireAddress("mcp.tokens.jwk-set-uri", jwkSetUri);
      if ("http".equals(keys.getScheme()) && !LOOPBACK.contains(keys.getHost())) {
        throw new IllegalArgumentException(
            "mcp.tokens.jwk-set-uri is %s: keys that come without TLS can be anybody's; give an https address"
                .formatted(jwkSetUri));
      }
    }
  }

  /// Whether callers must show a token.
  public boolean areRequired() {
    return !issuer.isBlank();
  }

  private static URI requireAddress(String property, String value) {
    URI address = value.isBlank() ? URI.create("") : URI.create(value);
    if (address.getScheme() == null
        || address.getHost() == null
        || !SCHEMES.contains(address.getScheme())) {
      throw new IllegalArgumentException(
          "%s is '%s': with mcp.tokens.issuer it is an http or https address"
              .formatted(property, value));
    }
    return address;
  }
}
