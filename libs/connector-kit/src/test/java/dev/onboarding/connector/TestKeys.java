package dev.onboarding.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;

/// Fresh private keys and their PEM text.
final class TestKeys {

  /// What stands in front of the PKCS#1 key inside a PKCS#8 key of 2,048 bits.
  private static final int WRAPPING = 26;

  private TestKeys() {}

  static PrivateKey rsa() {
    return generated("RSA", 2048);
  }

  static PrivateKey curve() {
    return generated("EC", 256);
  }

  static String pkcs8(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  static String pkcs1(PrivateKey key) {
    byte[] wrapped = key.getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(wrapped, WRAPPING, wrapped.length));
  }

  private static PrivateKey generated(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(
            kind, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content));
  }
}
