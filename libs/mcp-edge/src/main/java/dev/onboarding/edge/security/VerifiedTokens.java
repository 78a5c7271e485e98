package dev.onboarding.edge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/// Verifies each token once and knows its caller again until it expires. What is remembered is a
/// digest, so that no memory dump holds a token that could be used.
final class VerifiedTokens implements AuthenticationManager {

  private static final Logger log = LoggerFactory.getLogger(VerifiedTokens.class);

  private final JwtDecoder decoder;
  private final String personClaim;
  private final Clock clock;
  private final Cache<ByteBuffer, Verified> verified;

  VerifiedTokens(JwtDecoder decoder, TokenProperties tokens, Clock clock) {
    this.decoder = decoder;
    this.personClaim = tokens.personClaim();
    this.clock = clock;
    this.verified = Caffeine.newBuilder().maximumSize(tokens.remembered()).build();
  }

  private record Verified(CallerAuthentication caller, Instant until) {}

  /// @throws InvalidBearerTokenException when the token is not good here
  /// @throws AuthenticationServiceException when that cannot be told now
  @Override
  public Authentication authenticate(Authentication request) {
    String token = ((BearerTokenAuthenticationToken) request).getToken();
    ByteBuffer digest = digest(token);
    Verified known = verified.getIfPresent(digest);
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.caller();
    }
    Jwt jwt = decoded(token);
    var caller = new CallerAuthentication(caller(jwt));
    verified.put(digest, new Verified(caller, Objects.requireNonNull(jwt.getExpiresAt())));
    return caller;
  }

  /// How many tokens are remembered now.
  long remembered() {
    verified.cleanUp();
    return verified.estimatedSize();
  }

  private Jwt decoded(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      log.debug("A token is refused: {}", bad.getMessage());
      throw new InvalidBearerTokenException("The access token is not valid for this server");
    } catch (JwtException unchecked) {
      throw new AuthenticationServiceException(
          "The keys of the issuer cannot be read now", unchecked);
    }
  }

  private Caller caller(Jwt jwt) {
    String subject = jwt.getSubject();
    if (subject == null || subject.isBlank()) {
      throw new InvalidBearerTokenException("The access token names nobody");
    }
    String client = client(jwt, subject);
    boolean isPerson = jwt.hasClaim(personClaim) && !subject.equals(client);
    return new Caller(subject, client, scopes(jwt), isPerson);
  }

  private static String client(Jwt jwt, String otherwise) {
    for (String claim : new String[] {"client_id", "azp"}) {
      if (jwt.getClaims().get(claim) instanceof String client && !client.isBlank()) {
        return client;
      }
    }
    return otherwise;
  }

  private static Set<String> scopes(Jwt jwt) {
    return switch (jwt.getClaims().get(jwt.hasClaim("scope") ? "scope" : "scp")) {
      case String text ->
          Arrays.stream(text.split(" ", -1))
              .filter(scope -> !scope.isBlank())
              .collect(Collectors.toSet());
      case Iterable<?> many -> {
        Set<String> scopes = new java.util.HashSet<>();
        many.forEach(scope -> scopes.add(String.valueOf(scope)));
        yield scopes;
      }
      case null, default -> Set.of();
    };
  }

  private static ByteBuffer digest(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
