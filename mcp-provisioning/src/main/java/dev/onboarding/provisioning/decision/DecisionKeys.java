package dev.onboarding.provisioning.decision;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import dev.onboarding.model.secret.UnreadableSecretException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The coordinator's public keys in their file, followed while the server runs. While a key is
/// being exchanged there are two, and a decision signed with either is the coordinator's. Each is
/// kept as what verifies with it, which any number of threads may use at once.
final class DecisionKeys {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----(.+?)-----END PUBLIC KEY-----", Pattern.DOTALL);

  private final String file;
  private final Rotating<List<JWSVerifier>> keys;

  DecisionKeys(String file, Clock clock) {
    this.file = file;
    this.keys =
        new SecretSource("ONBOARDING_DECISION_PUBLIC_KEY", null, file)
            .rotating(clock, DecisionKeys::parse);
  }

  List<JWSVerifier> current() {
    return readable(keys::current);
  }

  /// What the file holds now, for a signature that fits none of the keys known so far.
  List<JWSVerifier> reread() {
    return readable(keys::reread);
  }

  private List<JWSVerifier> readable(Supplier<List<JWSVerifier>> reading) {
    try {
      return reading.get();
    } catch (UnreadableSecretException e) {
      throw new FailureException(
          new Failure(
              ErrorType.SERVER_ERROR,
              "DECISION_KEY_UNREADABLE",
              null,
              "The public key for decisions, %s, cannot be read as a P-256 key.".formatted(file),
              "Put the coordinator's public key (PEM, JWK or a JWK set) there.",
              "IT/DevOps"),
          null,
          e);
    }
  }

  private static List<JWSVerifier> parse(Secret file) {
    try {
      String text = file.reveal();
      List<ECKey> keys = text.startsWith("{") ? ofJson(text) : ofPem(text);
      if (keys.isEmpty() || !keys.stream().allMatch(key -> Curve.P_256.equals(key.getCurve()))) {
        throw new IllegalArgumentException("it holds no P-256 key, or another one as well");
      }
      List<JWSVerifier> verifiers = new ArrayList<>();
      for (ECKey key : keys) {
        verifiers.add(new ECDSAVerifier(key));
      }
      return List.copyOf(verifiers);
    } catch (ParseException | JOSEException | GeneralSecurityException | ClassCastException _) {
      throw new IllegalArgumentException("it cannot be read as P-256 keys (PEM, JWK or JWK set)");
    }
  }

  private static List<ECKey> ofJson(String text) throws ParseException, JOSEException {
    List<JWK> found =
        text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
    return found.stream().map(key -> key.toECKey().toPublicJWK()).toList();
  }

  private static List<ECKey> ofPem(String text) throws GeneralSecurityException {
    List<ECKey> keys = new ArrayList<>();
    var blocks = PEM.matcher(text);
    while (blocks.find()) {
      byte[] der = Base64.getMimeDecoder().decode(blocks.group(1));
      PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
      var elliptic = (ECPublicKey) key;
      keys.add(new ECKey.Builder(Curve.forECParameterSpec(elliptic.getParams()), elliptic).build());
    }
    return keys;
  }
}
