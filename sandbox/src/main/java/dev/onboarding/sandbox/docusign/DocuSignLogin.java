package dev.onboarding.sandbox.docusign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.sandbox.keys.DevelopmentKeys;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Tokens;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The JWT grant: an RS256 assertion, checked claim by claim, for a token with scopes.
final class DocuSignLogin {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String AGREEMENTS_SCOPE = "adm_store_unified_repo_read";
  private static final String WITH_AGREEMENTS = "eyJ0eXAiOiJNVCIsInNjb3BlIjoiYWdyIn0.";
  private static final String WITHOUT = "eyJ0eXAiOiJNVCIsInNjb3BlIjoic2lnIn0.";
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final DocuSignSettings settings;
  private final DevelopmentKeys keys;
  private final Clock clock;
  private final Tokens tokens;
  private volatile boolean consented = true;

  DocuSignLogin(DocuSignSettings settings, DevelopmentKeys keys, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
    this.tokens = new Tokens(clock, settings.session());
  }

  Answer token(Call call) {
    Map<String, String> form = call.form();
    String assertion = form.get("assertion");
    if (!GRANT.equals(form.get("grant_type")) || assertion == null) {
      return error("unsupported_grant_type");
    }
    try {
      SignedJWT signed = SignedJWT.parse(assertion);
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      List<String> scopes = List.of(String.valueOf(claims.getClaim("scope")).split(" ", -1));
      if (!trusted(signed) || !right(claims)) {
        return error("invalid_grant");
      }
      if (!scopes.contains("signature") || !scopes.contains("impersonation")) {
        return error("invalid_scope");
      }
      return consented ? granted(scopes) : error("consent_required");
    } catch (ParseException | JOSEException e) {
      return error("invalid_grant");
    }
  }

  Answer userInfo(Call call) {
    if (!admits(call)) {
      return Answer.json(401, Json.object().put("error", "invalid_token"));
    }
    ObjectNode user =
        Json.object()
            .put("sub", settings.userId())
            .put("name", "Onboarding Integration")
            .put("given_name", "Onboarding")
            .put("family_name", "Integration")
            .put("created", "2025-01-15T09:30:00.0000000")
            .put("email", "integration@ourcompany.example");
    user.putArray("accounts")
        .addObject()
        .put("account_id", settings.accountId())
        .put("is_default", true)
        .put("account_name", "Our Company")
        .put("base_uri", call.root());
    return Answer.json(200, user);
  }

  /// An administrator consents to the integration, or takes that back.
  Answer consent(boolean given) {
    consented = given;
    return Answer.empty(204);
  }

  Answer expireAll() {
    tokens.expireAll();
    return Answer.empty(204);
  }

  boolean admits(Call call) {
    return tokens.honours(call.bearer());
  }

  boolean mayReadAgreements(Call call) {
    String token = call.bearer();
    return token != null && token.startsWith(WITH_AGREEMENTS);
  }

  private boolean trusted(SignedJWT assertion) throws JOSEException {
    return JWSAlgorithm.RS256.equals(assertion.getHeader().getAlgorithm())
        && assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.pair("docusign").getPublic()));
  }

  private boolean right(JWTClaimsSet claims) {
    return settings.integrationKey().equals(claims.getIssuer())
        && settings.userId().equals(claims.getSubject())
        && claims.getAudience().equals(List.of(settings.audience()))
        && timely(claims.getIssueTime(), claims.getExpirationTime());
  }

  private boolean timely(@Nullable Date issued, @Nullable Date expires) {
    Instant now = clock.instant();
    return issued != null
        && expires != null
        && !issued.toInstant().isAfter(now.plus(SKEW))
        && expires.toInstant().isAfter(now);
  }

  private Answer granted(List<String> scopes) {
    boolean agreements = scopes.contains(AGREEMENTS_SCOPE);
    return Answer.json(
        200,
        Json.object()
            .put("access_token", tokens.issue(agreements ? WITH_AGREEMENTS : WITHOUT))
            .put("token_type", "Bearer")
            .put("expires_in", tokens.lifetime().toSeconds())
            .put("scope", String.join(" ", scopes)));
  }

  private static Answer error(String code) {
    return Answer.json(400, Json.object().put("error", code));
  }
}
