package dev.onboarding.edge.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// How the entries of one server hang together; every digest is 64 hex digits. The database
/// computes the same when an entry is appended; here it is computed again to check it.
public final class ChainHash {

  private ChainHash() {}

  /// What the first entry of a server follows.
  public static String genesis(String server) {
    return Digests.hex(("onboarding audit " + server).getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of an entry: over the hash before it, its number, the digest of its content and the
  /// digest of its arguments.
  public static String next(String previous, long number, String digest, String arguments) {
    return Digests.hex(
        bytes(previous),
        ByteBuffer.allocate(Long.BYTES).putLong(number).array(),
        bytes(digest),
        bytes(arguments));
  }

  /// The digest of a content as it is stored.
  public static String content(String json) {
    return Digests.ofJson(json);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
