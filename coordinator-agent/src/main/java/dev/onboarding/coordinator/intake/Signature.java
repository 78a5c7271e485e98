package dev.onboarding.coordinator.intake;

import dev.onboarding.model.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature that a sender claims for a body: HMAC-SHA256 over its exact bytes.
final class Signature {

  static final String HEADER = "X-Onboarding-Signature";

  private static final Pattern FORM = Pattern.compile("sha256=([0-9a-fA-F]{64})");

  private final byte[] claimed;

  private Signature(byte[] claimed) {
    this.claimed = claimed;
  }

  /// A header that has not the form is a signature that fits nothing.
  static Signature parse(String header) {
    var form = FORM.matcher(header.strip());
    return new Signature(form.matches() ? HexFormat.of().parseHex(form.group(1)) : new byte[0]);
  }

  /// Whether one of the secrets made it. Every secret is tried, and each comparison takes the same
  /// time wherever the difference is.
  boolean fits(byte[] body, List<Secret> secrets) {
    boolean fits = false;
    for (var secret : secrets) {
      fits |= MessageDigest.isEqual(claimed, made(body, secret));
    }
    return fits;
  }

  private static byte[] made(byte[] body, Secret secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
