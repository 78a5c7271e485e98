package dev.onboarding.provisioning.decision;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The public key in its file, read again when the file changes, so that a key is rotated without a
/// restart.
final class DecisionKey {

  private final Path file;
  private volatile @Nullable Held held;

  DecisionKey(Path file) {
    this.file = file;
  }

  ECKey current() {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      Held known = held;
      if (known == null || !known.changed().equals(changed)) {
        known = new Held(parse(Files.readString(file)), changed);
        held = known;
      }
      return known.key();
    } catch (IOException
        | JOSEException
        | ParseException
        | GeneralSecurityException
        | IllegalArgumentException e) {
      throw new FailureException(
          new Failure(
              ErrorType.SERVER_ERROR,
              "DECISION_KEY_UNREADABLE",
              null,
              "The public key for decisions, %s, cannot be read as a P-256 key.".formatted(file),
              "Put the coordinator's public key (PEM or JWK) there.",
              "IT/DevOps"),
          null,
          e);
    }
  }

  private static ECKey parse(String text)
      throws JOSEException, ParseException, GeneralSecurityException {
    ECKey curve = text.strip().startsWith("{") ? ECKey.parse(text).toPublicJWK() : ofPem(text);
    if (!Curve.P_256.equals(curve.getCurve())) {
      throw new JOSEException("not on curve P-256");
    }
    return curve;
  }

  private static ECKey ofPem(String text) throws GeneralSecurityException {
    byte[] der = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    if (!(key instanceof ECPublicKey elliptic)) {
      throw new InvalidKeySpecException("not an elliptic curve key");
    }
    return new ECKey.Builder(Curve.forECParameterSpec(elliptic.getParams()), elliptic).build();
  }

  private record Held(ECKey key, FileTime changed) {}
}
