package dev.onboarding.model.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// By what a change of a file is noticed without reading it.
///
/// @param identity of the file behind the name; null where the file system has none
record FileStamp(FileTime modified, long size, @Nullable Object identity) {

  /// Of a file that is not there.
  static final FileStamp NONE = new FileStamp(FileTime.fromMillis(0), -1, null);

  static FileStamp of(Path file) throws IOException {
    var seen = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(seen.lastModifiedTime(), seen.size(), seen.fileKey());
  }

  /// Whether another file took the name, which happens at once; what is written into the same file
  /// arrives bit by bit. A file where there was none took the name too.
  boolean tookTheNameOf(FileStamp earlier) {
    if (earlier.equals(NONE)) {
      return !equals(NONE);
    }
    return identity != null && earlier.identity != null && !identity.equals(earlier.identity);
  }
}
