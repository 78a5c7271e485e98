package dev.onboarding.edge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/// SHA-256, and the form in which evidence and audit carry it.
public final class Digests {

  private Digests() {}

  /// @return `sha256:` and 64 hex digits, of the text's UTF-8 bytes
  public static String sha256(String text) {
    return "sha256:" + hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Of the parts one after the other.
  static byte[] bytes(byte[]... parts) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha256.update(part);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @return 64 hex digits, of the parts one after the other
  static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(bytes(parts));
  }

  /// The same for every layout, order of fields and way of writing a number.
  ///
  /// @return 64 hex digits, of the canonical form (RFC 8785)
  public static String ofJson(String json) {
    return hex(canonical(json));
  }

  /// The canonical form itself.
  static byte[] canonical(String json) {
    try {
      // The library takes no value that stands alone, so it gets a list of one.
      byte[] listed = new JsonCanonicalizer("[" + json + "]").getEncodedUTF8();
      return Arrays.copyOfRange(listed, 1, listed.length - 1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
