package dev.onboarding.coordinator.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// SHA-256 over the canonical JSON of a value (RFC 8785), in hexadecimal.
final class Fingerprint {

  private final JsonMapper json;

  Fingerprint(JsonMapper json) {
    this.json = json;
  }

  String of(Object value) {
    return digest(json.valueToTree(value));
  }

  /// Over the facts alone: when and by which call they were read does not count.
  String ofFacts(Object value) {
    var tree = json.<JsonNode>valueToTree(value);
    tree.findParents("evidence").stream()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .forEach(finding -> finding.remove(List.of("evidence")));
    return digest(tree);
  }

  /// Over the text as it is.
  static String ofText(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private String digest(JsonNode tree) {
    try {
      return sha256(new JsonCanonicalizer(json.writeValueAsString(tree)).getEncodedUTF8());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
