package dev.onboarding.sandbox.keys;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;

/// Keys as text.
final class Pem {

  private Pem() {}

  /// @param label `PRIVATE KEY` (PKCS#8) or `PUBLIC KEY` (X.509)
  static String of(String label, Key key) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    String body = Base64.getMimeEncoder(64, newline).encodeToString(key.getEncoded());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  static byte[] bytes(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
