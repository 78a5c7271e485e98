package dev.onboarding.sandbox.netsuite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.sandbox.keys.DevelopmentKeys;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Tokens;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The client-credentials flow with a signed assertion: signature, algorithm, key id, issuer,
/// audience, life span and scope are all checked.
final class NetSuiteLogin {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final List<JWSAlgorithm> RSA =
      List.of(JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512);

  private final NetSuiteSettings settings;
  private final DevelopmentKeys keys;
  private final Clock clock;
  private final Tokens tokens;

  NetSuiteLogin(NetSuiteSettings settings, DevelopmentKeys keys, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
    this.tokens = new Tokens(clock, settings.session());
  }

  Answer token(Call call) {
    Map<String, String> form = call.form();
    String assertion = form.get("client_assertion");
    if (!"client_credentials".equals(form.get("grant_type"))
        || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))
        || assertion == null) {
      return error("invalid_request");
    }
    try {
      String error = error(SignedJWT.parse(assertion), call.url());
      return error == null ? granted() : error(error);
    } catch (ParseException | JOSEException e) {
      return error("invalid_request");
    }
  }

  boolean admits(Call call) {
    return tokens.honours(call.bearer());
  }

  Answer expireAll() {
    tokens.expireAll();
    return Answer.empty(204);
  }

  /// The error that an assertion earns; null when it is good.
  private @Nullable String error(SignedJWT assertion, String tokenUrl)
      throws ParseException, JOSEException {
    JWSVerifier verifier = verifier(assertion);
    if (verifier == null || !assertion.verify(verifier)) {
      return "invalid_grant";
    }
    JWTClaimsSet claims = assertion.getJWTClaimsSet();
    boolean ours =
        settings.clientId().equals(claims.getIssuer()) && claims.getAudience().contains(tokenUrl);
    if (!ours || !timely(claims.getIssueTime(), claims.getExpirationTime())) {
      return "invalid_grant";
    }
    return scoped(claims.getClaim("scope")) ? null : "invalid_scope";
  }

  private @Nullable JWSVerifier verifier(SignedJWT assertion) throws JOSEException {
    JWSAlgorithm algorithm = assertion.getHeader().getAlgorithm();
    String key = assertion.getHeader().getKeyID();
    if (RSA.contains(algorithm) && settings.certificateId().equals(key)) {
      return new RSASSAVerifier((RSAPublicKey) keys.pair("netsuite").getPublic());
    }
    if (JWSAlgorithm.ES256.equals(algorithm) && settings.ellipticCertificateId().equals(key)) {
      return new ECDSAVerifier((ECPublicKey) keys.pair("netsuite-ec").getPublic());
    }
    return null;
  }

  private boolean timely(@Nullable Date issued, @Nullable Date expires) {
    if (issued == null || expires == null) {
      return false;
    }
    Instant from = issued.toInstant();
    Instant to = expires.toInstant();
    Instant now = clock.instant();
    return !from.isAfter(now.plus(SKEW)) && to.isAfter(now) && !to.isAfter(from.plus(LONGEST));
  }

  private static boolean scoped(@Nullable Object scope) {
    List<?> scopes =
        scope instanceof List<?> list
            ? list
            : Arrays.asList(String.valueOf(scope).split("[, ]+", -1));
    return scopes.contains("rest_webservices");
  }

  private Answer granted() {
    return Answer.json(
        200,
        Json.object()
            .put("access_token", tokens.issue("eyJraWQiOiJzYW5kYm94In0."))
            .put("expires_in", Long.toString(tokens.lifetime().toSeconds()))
            .put("token_type", "bearer"));
  }

  private static Answer error(String code) {
    return Answer.json(400, Json.object().put("error", code));
  }
}
