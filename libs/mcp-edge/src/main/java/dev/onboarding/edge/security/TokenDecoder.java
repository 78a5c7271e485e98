package dev.onboarding.edge.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Puts the check of an access token together: signature, type, times, issuer and our audience.
final class TokenDecoder {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 3_000;
  private static final int LARGEST_KEY_SET = 256 * 1024;

  /// None that a public key could be taken for the secret of.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private TokenDecoder() {}

  /// Reads no key before the first token comes, so that a server starts while the issuer is down.
  static JwtDecoder of(TokenProperties tokens, Clock clock) {
    var keys =
        new IssuerKeys(
            URI.create(tokens.jwkSetUri()),
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET),
            clock);
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            null, JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
    // The claims are checked below.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var times = new JwtTimestampValidator(tokens.clockSkew());
    times.setClock(clock);
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtClaimValidator<Object>("exp", Objects::nonNull),
            new JwtIssuerValidator(tokens.issuer()),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(tokens.audience()))));
    return decoder;
  }
}
