package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.UnreadableSecretException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether DocuSign signed a body: base64 of HMAC-SHA256 over its exact bytes, by any of the
/// account's keys, one signature each.
final class ConnectKeys {

  static final String HEADER = "X-DocuSign-Signature-";

  /// As many keys as DocuSign lets an account have.
  static final int MOST_SIGNATURES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ConnectKeys.class);
  private static final int SHORTEST_KEY = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String DETAIL =
      "Sign the raw body with a key that is configured here: base64 of HMAC-SHA256 in %s1."
          .formatted(HEADER);

  private final List<Rotating<byte[]>> keys;
  private final byte[] decoy = new byte[SHORTEST_KEY];

  ConnectKeys(ConnectSettings settings, Clock clock) {
    new SecureRandom().nextBytes(decoy);
    keys =
        IntStream.range(0, settings.keys().size())
            .mapToObj(number -> settings.keys().get(number).source(variable(number)))
            .map(source -> source.rotating(clock, ConnectKeys::longEnough))
            .toList();
    if (keys.isEmpty()) {
      LOG.warn(
          "Events of DocuSign Connect are refused: set DOCUSIGN_CONNECT_KEY (or"
              + " DOCUSIGN_CONNECT_KEY_FILE)");
    }
    keys.forEach(Rotating::current);
  }

  private static String variable(int number) {
    return switch (number) {
      case 0 -> "DOCUSIGN_CONNECT_KEY";
      case 1 -> "DOCUSIGN_CONNECT_KEY_PREVIOUS";
      default -> "onboarding.docusign-connect.keys[%d]".formatted(number);
    };
  }

  private static byte[] longEnough(Secret key) {
    if (key.bytes().length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "a key of fewer than %d characters can be guessed".formatted(SHORTEST_KEY));
    }
    return key.bytes();
  }

  /// @param signatures as they stand in the headers, in any order
  /// @throws ProblemException when none of them was made by one of the keys
  void require(byte[] body, List<String> signatures) {
    if (keys.isEmpty()) {
      fits(decoy, body, signatures);
      throw notProven("docusign-no-key");
    }
    boolean fits = false;
    for (var key : keys) {
      fits |= fits(current(key), body, signatures);
    }
    if (!fits) {
      throw notProven(
          signatures.isEmpty() ? "docusign-signature-missing" : "docusign-signature-invalid");
    }
  }

  private static byte[] current(Rotating<byte[]> key) {
    try {
      return key.current();
    } catch (UnreadableSecretException unreadable) {
      throw new ProblemException(
          ProblemType.IDENTITY_UNAVAILABLE, "The signature cannot be checked now.", unreadable);
    }
  }

  /// Every claim is compared, and each comparison takes the same time wherever the difference is.
  private static boolean fits(byte[] key, byte[] body, List<String> signatures) {
    var made = made(key, body);
    boolean fits = false;
    for (var claim : signatures) {
      fits |= MessageDigest.isEqual(made, decoded(claim).orElseGet(() -> new byte[0]));
    }
    return fits;
  }

  private static Optional<byte[]> decoded(String claim) {
    try {
      return Optional.of(Base64.getDecoder().decode(claim.strip()));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static byte[] made(byte[] key, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static ProblemException notProven(String reason) {
    return new ProblemException(ProblemType.SENDER_NOT_PROVEN, DETAIL, reason);
  }
}
