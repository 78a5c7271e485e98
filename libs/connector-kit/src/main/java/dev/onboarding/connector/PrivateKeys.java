package dev.onboarding.connector;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads private keys from PEM text: PKCS#8, RSA or elliptic curve; or PKCS#1, the older form in
/// which some systems show an RSA key that they generated.
final class PrivateKeys {

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

  /// Version 0 and the algorithm identifier of RSA: what PKCS#8 puts in front of a PKCS#1 key.
  private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private PrivateKeys() {}

  /// @throws IllegalArgumentException when the text holds no such key; the message never quotes it
  static PrivateKey read(String pem) {
    // A variable often carries its line ends written out.
    Matcher matcher = PEM.matcher(pem.replace("\\n", "\n"));
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "it holds no PEM key ('-----BEGIN PRIVATE KEY-----' or '-----BEGIN RSA PRIVATE KEY-----')");
    }
    byte[] content = Base64.getMimeDecoder().decode(matcher.group(2));
    var pkcs8 = new PKCS8EncodedKeySpec(matcher.group(1) == null ? content : wrapped(content));
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(pkcs8);
      } catch (GeneralSecurityException _) {
        // of the other kind, or of none
      }
    }
    throw new IllegalArgumentException("its key is neither RSA nor elliptic curve");
  }

  private static byte[] wrapped(byte[] pkcs1) {
    byte[] octets = element(0x04, pkcs1);
    return element(
        0x30, ByteBuffer.allocate(RSA.length + octets.length).put(RSA).put(octets).array());
  }

  /// One DER element with a length of two bytes, which every RSA key in use needs.
  private static byte[] element(int tag, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) tag)
        .put((byte) 0x82)
        .putShort((short) content.length)
        .put(content)
        .array();
  }
}
