package dev.onboarding.adviser.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The instruction by which one task is put to a model. What the model is shown of a run is added
/// by the library, delimited and masked; a prompt holds no data.
///
/// @param version by which people name it, for example `risk-1`; unique for its text
/// @param text the whole instruction
public record Prompt(AdviceTask task, String version, String text) {

  private static final int LONGEST = 20_000;

  /// @throws IllegalArgumentException when the version or the text is empty, or the text too long
  public Prompt {
    if (version.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("A prompt for " + task + " needs a version and a text");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Prompt %s has %,d characters; at most %,d are allowed"
              .formatted(version, text.length(), LONGEST));
    }
  }

  /// SHA-256 of the text, in hex.
  public String digest() {
    return sha256(text);
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
