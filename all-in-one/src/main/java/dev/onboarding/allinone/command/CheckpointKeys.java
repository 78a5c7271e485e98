package dev.onboarding.allinone.command;

import dev.onboarding.edge.audit.CheckpointKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Keys by which checkpoints of the audit trail are signed.
final class CheckpointKeys {

  private CheckpointKeys() {}

  /// @throws IllegalArgumentException naming the file that holds no such key
  static List<CheckpointKey> read(List<Path> files) throws IOException {
    var keys = new ArrayList<CheckpointKey>();
    for (var file : files) {
      try {
        keys.add(CheckpointKey.parse(Files.readString(file)));
      } catch (IllegalArgumentException unusable) {
        throw new IllegalArgumentException(
            "%s: %s".formatted(file, unusable.getMessage()), unusable);
      }
    }
    return keys;
  }
}
