package dev.onboarding.clm.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;

/// Fresh key pairs and their PEM text.
final class TestKeys {

  /// What stands in front of the PKCS#1 key inside a PKCS#8 key of 2,048 bits.
  private static final int WRAPPING = 26;

  private TestKeys() {}

  static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pkcs8(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  static String pkcs1(PrivateKey key) {
    byte[] wrapped = key.getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(wrapped, WRAPPING, wrapped.length));
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(
            kind, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content));
  }
}
