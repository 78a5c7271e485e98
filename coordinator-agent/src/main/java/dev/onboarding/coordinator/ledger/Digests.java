package dev.onboarding.coordinator.ledger;

import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;

/// SHA-256 in hexadecimal, of texts and of the canonical JSON (RFC 8785) of values.
public final class Digests {

  private Digests() {}

  /// The same for every layout, order of fields and way of writing a number.
  public static String ofJson(JsonNode tree) {
    return ofJson(EdgeJson.mapper().writeValueAsString(tree));
  }

  /// As [#ofJson(JsonNode)], for JSON that is at hand as text.
  public static String ofJson(String json) {
    try {
      return sha256(new JsonCanonicalizer(json).getEncodedUTF8());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Over the text as it is.
  public static String ofText(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Over the parts one after the other.
  public static String sha256(byte[]... parts) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        sha256.update(part);
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
