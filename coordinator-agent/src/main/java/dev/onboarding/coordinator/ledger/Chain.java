package dev.onboarding.coordinator.ledger;

import static dev.onboarding.coordinator.ledger.Digests.bytes;

import dev.onboarding.edge.EdgeJson;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the entries of one run hang together: each hash covers the one before, the entry's own head,
/// and its sealed content. All digests are SHA-256 in hexadecimal.
public final class Chain {

  private Chain() {}

  /// What the first entry follows.
  public static String genesis(RunIdentity run) {
    return Digests.ofJson(EdgeJson.mapper().valueToTree(run));
  }

  /// Over everything of an entry but its content.
  public static String head(
      UUID run,
      EntryKind kind,
      int attempt,
      String name,
      Instant at,
      int form,
      @Nullable String kept) {
    return Digests.ofJson(
        EdgeJson.mapper().valueToTree(new Head(run, kind, attempt, name, at, form, kept)));
  }

  /// The content's digest, salted: once the salt is gone, nobody can find out by trying what an
  /// erased text was.
  public static String sealed(UUID salt, String content) {
    var sixteen =
        ByteBuffer.allocate(16)
            .putLong(salt.getMostSignificantBits())
            .putLong(salt.getLeastSignificantBits())
            .array();
    return Digests.sha256(sixteen, bytes(content));
  }

  /// The hash of an entry that follows another.
  public static String next(String before, String head, String sealed) {
    return Digests.sha256(bytes(before), bytes(head), bytes(sealed));
  }

  private record Head(
      UUID run,
      EntryKind kind,
      int attempt,
      String name,
      Instant at,
      int form,
      @Nullable String kept) {}
}
