package dev.onboarding.provisioning.decision;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets a decision pass only if the coordinator signed it, for this account and this server, it has
/// not expired, and it says PROCEED, or ESCALATE with an approval.
public final class SignedDecisions {

  private static final String AUDIENCE = "mcp-provisioning";

  private final DecisionKey key;
  private final Duration skew;
  private final Clock clock;

  SignedDecisions(DecisionProperties settings, Clock clock) {
    this.key = new DecisionKey(Path.of(settings.publicKeyFile()));
    this.skew = settings.clockSkew();
    this.clock = clock;
  }

  /// @param decision compact JWS; null when the caller sent none
  /// @param accountId 18 characters
  /// @throws FailureException of type authorization, saying which condition does not hold
  public VerifiedDecision verify(@Nullable String decision, String accountId) {
    if (decision == null || decision.isBlank()) {
      throw refused("DECISION_REQUIRED", "no signed decision came with the call");
    }
    JWTClaimsSet claims = authentic(decision);
    checkAddressed(claims, accountId);
    checkTime(claims);
    checkVerdict(claims);
    return new VerifiedDecision(text(claims, "run"), text(claims, "digest"));
  }

  private JWTClaimsSet authentic(String decision) {
    try {
      SignedJWT token = SignedJWT.parse(decision);
      // The algorithm is ours to say, not the token's.
      if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
          || !token.verify(new ECDSAVerifier(key.current()))) {
        throw refused("DECISION_FORGED", "the decision's signature is not the coordinator's");
      }
      return token.getJWTClaimsSet();
    } catch (ParseException | JOSEException _) {
      throw refused("DECISION_FORGED", "the decision cannot be read as a signed token");
    }
  }

  private static void checkAddressed(JWTClaimsSet claims, String accountId) {
    List<String> audience = claims.getAudience();
    if (!audience.contains(AUDIENCE)) {
      throw refused("DECISION_FOREIGN_AUDIENCE", "the decision was not made for this server");
    }
    if (!accountId.equals(claims.getSubject())) {
      throw refused(
          "DECISION_FOREIGN_ACCOUNT",
          "the decision is about another account than %s".formatted(accountId));
    }
  }

  private void checkTime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || issued == null) {
      throw refused("DECISION_INCOMPLETE", "the decision does not say when it was made and ends");
    }
    if (now.isAfter(expires.toInstant().plus(skew))) {
      throw refused(
          "DECISION_EXPIRED", "the decision expired at %s".formatted(expires.toInstant()));
    }
    if (issued.toInstant().isAfter(now.plus(skew))) {
      throw refused("DECISION_NOT_YET_VALID", "the decision was made in the future");
    }
  }

  private static void checkVerdict(JWTClaimsSet claims) {
    switch (text(claims, "verdict")) {
      case "PROCEED" -> {}
      case "ESCALATE" -> {
        Object approval = claims.getClaim("approval");
        if (approval == null || approval.toString().isBlank()) {
          throw refused("DECISION_NOT_APPROVED", "the decision is ESCALATE and nobody approved it");
        }
      }
      case "BLOCK" -> throw refused("DECISION_BLOCKS", "the decision is BLOCK");
      default -> throw refused("DECISION_INCOMPLETE", "the decision's verdict is unknown");
    }
  }

  private static String text(JWTClaimsSet claims, String name) {
    if (claims.getClaim(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw refused("DECISION_INCOMPLETE", "the decision has no claim '%s'".formatted(name));
  }

  private static FailureException refused(String code, String why) {
    return new FailureException(
        new Failure(
            ErrorType.AUTHORIZATION,
            code,
            403,
            "No tenant without the coordinator's decision for it: %s.".formatted(why),
            "Let the coordinator decide on the account and call with its current decision.",
            "Caller"));
  }
}
