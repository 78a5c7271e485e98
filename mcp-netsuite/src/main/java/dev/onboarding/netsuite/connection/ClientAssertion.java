package dev.onboarding.netsuite.connection;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// The signed statement that this client is who it says: PS256 with an RSA key, ES256, ES384 or
/// ES512 with an elliptic one (NetSuite refuses RS256).
///
/// @param certificateId names the certificate that NetSuite checks the signature with
/// @param tokenUrl where it is presented, and to whom alone it is addressed
record ClientAssertion(String clientId, String certificateId, URI tokenUrl) {

  /// NetSuite accepts at most an hour; minutes are enough for one exchange.
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  static final String SCOPE = "rest_webservices";

  String sign(PrivateKey key, Instant now) {
    try {
      JWSSigner signer =
          key instanceof ECPrivateKey curve ? new ECDSASigner(curve) : new RSASSASigner(key);
      var assertion = new SignedJWT(header(signer, key), claims(now));
      assertion.sign(signer);
      return assertion.serialize();
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key cannot sign an assertion", e);
    }
  }

  private JWSHeader header(JWSSigner signer, PrivateKey key) {
    JWSAlgorithm algorithm =
        key instanceof ECPrivateKey
            ? signer.supportedJWSAlgorithms().iterator().next()
            : JWSAlgorithm.PS256;
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(certificateId).build();
  }

  private JWTClaimsSet claims(Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(clientId)
        .audience(tokenUrl.toString())
        .claim("scope", SCOPE)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)))
        .build();
  }
}
