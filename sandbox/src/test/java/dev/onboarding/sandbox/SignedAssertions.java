package dev.onboarding.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// Signed assertions, good and bad.
final class SignedAssertions {

  private SignedAssertions() {}

  static String signed(JWSAlgorithm algorithm, String keyId, String pem, JWTClaimsSet claims) {
    try {
      PrivateKey key = key(algorithm, pem);
      JWSSigner signer =
          key instanceof ECPrivateKey elliptic ? new ECDSASigner(elliptic) : new RSASSASigner(key);
      var header = new JWSHeader.Builder(algorithm).keyID(keyId).build();
      var assertion = new SignedJWT(header, claims);
      assertion.sign(signer);
      return assertion.serialize();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey key(JWSAlgorithm algorithm, String pem)
      throws GeneralSecurityException {
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance(algorithm == JWSAlgorithm.ES256 ? "EC" : "RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
