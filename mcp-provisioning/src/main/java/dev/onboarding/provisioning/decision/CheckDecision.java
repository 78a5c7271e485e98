package dev.onboarding.provisioning.decision;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.model.FailureException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets a decision pass only if the coordinator signed it for this server, this account and just
/// this order, and it is still good.
final class CheckDecision {

  private static final String ISSUER = "coordinator-agent";
  private static final List<String> AUDIENCE = List.of("mcp-provisioning");
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final DecisionKeys keys;
  private final Duration skew;
  private final Clock clock;

  CheckDecision(DecisionProperties settings, Clock clock) {
    this.keys = new DecisionKeys(settings.publicKeyFile(), clock);
    this.skew = settings.clockSkew();
    this.clock = clock;
  }

  /// @throws FailureException of type authorization, saying which condition does not hold
  VerifiedDecision verify(@Nullable String decision, DecidedOrder order) {
    if (decision == null || decision.isBlank()) {
      throw Refusal.of("DECISION_REQUIRED", "no signed decision came with the call");
    }
    SignedJWT token = authentic(decision);
    JWTClaimsSet claims = claims(token);
    checkAddressed(claims, order.accountId());
    Instant goodUntil = checkTime(claims);
    checkOrder(claims, order);
    if (order.purpose().needsConsent()) {
      checkVerdict(claims);
    }
    return new VerifiedDecision(
        text(claims, "run"), text(claims, "digest"), fingerprint(token), goodUntil);
  }

  private SignedJWT authentic(String decision) {
    try {
      SignedJWT token = SignedJWT.parse(decision);
      // The algorithm is ours to say, not the token's.
      if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
          || !(isSigned(token, keys.current()) || isSigned(token, keys.reread()))) {
        throw Refusal.of("DECISION_FORGED", "the decision's signature is not the coordinator's");
      }
      return token;
    } catch (ParseException | JOSEException _) {
      throw unreadable();
    }
  }

  private static boolean isSigned(SignedJWT token, List<JWSVerifier> keys) throws JOSEException {
    for (JWSVerifier key : keys) {
      if (token.verify(key)) {
        return true;
      }
    }
    return false;
  }

  private static JWTClaimsSet claims(SignedJWT token) {
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException _) {
      throw unreadable();
    }
  }

  private static FailureException unreadable() {
    return Refusal.of("DECISION_FORGED", "the decision cannot be read as a signed token");
  }

  private static void checkAddressed(JWTClaimsSet claims, String accountId) {
    if (!ISSUER.equals(claims.getIssuer())) {
      throw Refusal.of("DECISION_FOREIGN_ISSUER", "the decision is not the coordinator's");
    }
    if (!AUDIENCE.equals(claims.getAudience())) {
      throw Refusal.of("DECISION_FOREIGN_AUDIENCE", "the decision was not made for this server");
    }
    if (!accountId.equals(claims.getSubject())) {
      throw Refusal.of(
          "DECISION_FOREIGN_ACCOUNT",
          "the decision is about another account than %s".formatted(accountId));
    }
  }

  /// @return until when it is good, our clock's tolerance included
  private Instant checkTime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || issued == null) {
      throw Refusal.of(
          "DECISION_INCOMPLETE", "the decision does not say when it was made and ends");
    }
    Instant end = expires.toInstant();
    if (end.isAfter(issued.toInstant().plus(LONGEST))) {
      throw Refusal.of(
          "DECISION_VALID_TOO_LONG",
          "the decision is good for more than %d minutes".formatted(LONGEST.toMinutes()));
    }
    if (now.isAfter(end.plus(skew))) {
      throw Refusal.of("DECISION_EXPIRED", "the decision expired at %s".formatted(end));
    }
    if (issued.toInstant().isAfter(now.plus(skew))) {
      throw Refusal.of("DECISION_NOT_YET_VALID", "the decision was made in the future");
    }
    return end.plus(skew);
  }

  private static void checkOrder(JWTClaimsSet claims, DecidedOrder order) {
    checkSame(claims, "purpose", order.purpose().toString());
    order.particulars().forEach((claim, asked) -> checkSame(claims, claim, asked));
  }

  private static void checkSame(JWTClaimsSet claims, String claim, String asked) {
    String decided = text(claims, claim);
    if (!decided.equals(asked)) {
      throw Refusal.of(
          "DECISION_FOR_ANOTHER_ORDER",
          "the decision is for another %s than '%s'".formatted(claim, asked));
    }
  }

  private static void checkVerdict(JWTClaimsSet claims) {
    switch (text(claims, "verdict")) {
      case "PROCEED" -> {}
      case "ESCALATE" -> {
        Object approval = claims.getClaim("approval");
        if (approval == null || approval.toString().isBlank()) {
          throw Refusal.of(
              "DECISION_NOT_APPROVED", "the decision is ESCALATE and nobody approved it");
        }
      }
      case "BLOCK" -> throw Refusal.of("DECISION_BLOCKS", "the decision is BLOCK");
      default -> throw Refusal.of("DECISION_INCOMPLETE", "the decision's verdict is unknown");
    }
  }

  private static String text(JWTClaimsSet claims, String name) {
    if (claims.getClaim(name) instanceof String text
        && !text.isBlank()
        && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    throw Refusal.of(
        "DECISION_INCOMPLETE", "the decision has no readable claim '%s'".formatted(name));
  }

  /// Of what was signed: the signature itself has two forms that are both right.
  private static String fingerprint(SignedJWT token) {
    try {
      byte[] signed = token.getSigningInput();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
