package dev.onboarding.netsuite.connection;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads private keys from PEM text of the kind PKCS#8, RSA or elliptic curve.
final class PrivateKeys {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private PrivateKeys() {}

  /// @throws IllegalArgumentException when the text holds no such key; the message never quotes it
  static PrivateKey read(String pem) {
    // A variable often carries its line ends written out.
    Matcher matcher = PEM.matcher(pem.replace("\\n", "\n"));
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "it holds no PKCS#8 PEM key ('-----BEGIN PRIVATE KEY-----'); convert it with 'openssl pkcs8 -topk8 -nocrypt'");
    }
    byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
    for (String algorithm : new String[] {"RSA", "EC"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (GeneralSecurityException _) {
        // of the other kind
      }
    }
    throw new IllegalArgumentException("its key is neither RSA nor elliptic curve");
  }
}
