package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Checks access tokens: issuer, signature, time, our own audience and scope, and that the client
/// is the source's.
final class AccessTokens {

  private final JwtDecoder decoder;
  private final String scope;

  private AccessTokens(JwtDecoder decoder, String scope) {
    this.decoder = decoder;
    this.scope = scope;
  }

  /// Fetches no key before the first token comes, so that the coordinator starts while the issuer
  /// is down.
  static AccessTokens from(IntakeSettings.Tokens settings, Clock clock) {
    var times = new JwtTimestampValidator(Duration.ofSeconds(60));
    times.setClock(clock);
    var decoder = NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri().toString()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(settings.issuer()),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(settings.audience())),
            new JwtClaimValidator<Object>("exp", Objects::nonNull)));
    return new AccessTokens(decoder, settings.scope());
  }

  /// @param client null when nobody's token will do; that takes as long as any other answer
  void require(String token, @Nullable String client) {
    try {
      var jwt = decoder.decode(token);
      if (client == null || !client.equals(client(jwt)) || !scopes(jwt).contains(scope)) {
        throw NotProven.because("token-invalid");
      }
    } catch (BadJwtException bad) {
      throw NotProven.because("token-invalid");
    } catch (JwtException unchecked) {
      throw new ProblemException(
          ProblemType.IDENTITY_UNAVAILABLE, "The issuer's keys cannot be read now.", unchecked);
    }
  }

  private static @Nullable String client(Jwt jwt) {
    return Arrays.stream(new String[] {"client_id", "azp", "sub"})
        .map(jwt::getClaimAsString)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<String> scopes(Jwt jwt) {
    Object scope = jwt.getClaims().get(jwt.hasClaim("scope") ? "scope" : "scp");
    return switch (scope) {
      case String text -> List.of(text.split(" "));
      case List<?> many -> many.stream().map(String::valueOf).toList();
      case null, default -> List.of();
    };
  }
}
