package dev.onboarding.coordinator.pipeline;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/// Signs decisions, so that the provisioning server can tell them from anybody's claim.
final class DecisionSigner {

  private final Rotating<JWSSigner> signer;
  private final Duration validity;

  private DecisionSigner(Rotating<JWSSigner> signer, Duration validity) {
    this.signer = signer;
    this.validity = validity;
  }

  /// @throws IllegalStateException naming the variable when there is no usable key
  static DecisionSigner from(SigningSettings settings, Clock clock) {
    var key = settings.key();
    if (key.isMissing()) {
      throw new IllegalStateException(
          "No key to sign decisions with: set %s to a P-256 private key"
              .formatted(key.variables()));
    }
    Rotating<JWSSigner> signer = key.rotating(clock, DecisionSigner::signer);
    signer.current();
    return new DecisionSigner(signer, settings.validity());
  }

  private static JWSSigner signer(Secret key) {
    try {
      return signer(key.reveal());
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | ClassCastException
        | IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "it is no readable P-256 private key (PKCS#8 PEM or JWK)", unusable);
    }
  }

  private static JWSSigner signer(String text)
      throws ParseException, JOSEException, GeneralSecurityException {
    if (text.strip().startsWith("{")) {
      return new ECDSASigner(ECKey.parse(text));
    }
    var der = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    return new ECDSASigner((ECPrivateKey) key);
  }

  /// How long an order may still be taken after it was signed.
  Duration validity() {
    return validity;
  }

  /// The decision as a compact JWS for the provisioning server, good for this one order.
  String sign(SignedOrder order, Known known, Instant now) {
    var judged = known.required(StepNames.JUDGE);
    var claims =
        claims(order, known.run().id().toString(), judged.decisionDigest(), now)
            .claim("verdict", judged.decision().verdict().name());
    if (known.approval() != null) {
      claims.claim("approval", known.approval().id().toString());
    }
    return signed(claims.build());
  }

  /// An order that needs no verdict.
  ///
  /// @param source what ordered it
  String sign(SignedOrder order, String source, String digest, Instant now) {
    return signed(claims(order, source, digest, now).build());
  }

  private JWTClaimsSet.Builder claims(
      SignedOrder order, String source, String digest, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("coordinator-agent")
            .audience("mcp-provisioning")
            .subject(order.accountId())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(validity)))
            .claim("run", source)
            .claim("digest", digest)
            .claim("purpose", order.purpose());
    order.particulars().forEach(claims::claim);
    return claims;
  }

  /// With the key of now.
  String signed(JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
      token.sign(signer.current());
      return token.serialize();
    } catch (JOSEException defect) {
      throw new IllegalStateException("A decision could not be signed", defect);
    }
  }
}
