package dev.onboarding.provisioning.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.provisioning.decision.DecidedOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A coordinator's signing key.
public final class SigningKey {

  private final ECKey key;

  private SigningKey(ECKey key) {
    this.key = key;
  }

  public static SigningKey generated() {
    try {
      return new SigningKey(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public ECKey key() {
    return key;
  }

  /// The public half as PEM, in a file that ends with the JVM.
  public Path publicKeyFile() {
    try {
      Path file = Files.createTempFile("decision-key", ".pem");
      file.toFile().deleteOnExit();
      byte[] der = key.toECPublicKey().getEncoded();
      Files.writeString(
          file,
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
              + "\n-----END PUBLIC KEY-----\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A PROCEED for that order by a run of its own, fresh at that instant.
  public String proceed(DecidedOrder order, Instant now) {
    return signed(order, now, claims -> claims);
  }

  /// A PROCEED with something different about it.
  public String signed(
      DecidedOrder order, Instant now, UnaryOperator<JWTClaimsSet.Builder> different) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("coordinator-agent")
            .subject(order.accountId())
            .audience("mcp-provisioning")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
            .claim("purpose", order.purpose().toString())
            .claim("verdict", "PROCEED")
            .claim("run", UUID.randomUUID().toString())
            .claim("digest", "sha256:00");
    order.particulars().forEach(claims::claim);
    return sign(different.apply(claims).build());
  }

  private String sign(JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
