package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;

/// Says, signed, how long a server's chain was at an instant and which hash its last entry had.
///
/// @param hash in hexadecimal
/// @param key id of the key that signed
/// @param signature Ed25519 over the canonical JSON (RFC 8785) of the other fields, in base64url
public record Checkpoint(
    String format,
    String server,
    long number,
    String hash,
    Instant at,
    String key,
    String signature) {

  public static final String FORMAT = "onboarding-checkpoint/1";

  static Checkpoint signed(String server, long number, String hash, Instant at, CheckpointKey key) {
    var open =
        new Checkpoint(
            FORMAT, server, number, hash, at.truncatedTo(ChronoUnit.MICROS), key.id(), "");
    var signature = key.sign(open.content());
    return open.with(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  /// Whether one of the keys has signed it.
  public boolean isSignedBy(Collection<CheckpointKey> keys) {
    byte[] signed;
    try {
      signed = Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
    return format.equals(FORMAT)
        && keys.stream()
            .filter(each -> each.id().equals(key))
            .anyMatch(each -> each.verifies(content(), signed));
  }

  private byte[] content() {
    return Digests.canonical(EdgeJson.mapper().writeValueAsString(with("")));
  }

  private Checkpoint with(String signature) {
    return new Checkpoint(format, server, number, hash, at, key, signature);
  }
}
