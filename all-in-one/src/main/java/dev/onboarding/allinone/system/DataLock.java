package dev.onboarding.allinone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Makes one process the only user of a data directory; the operating system lets go when the
/// process dies.
final class DataLock implements AutoCloseable {

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws DirectoryInUseException naming the directory, who uses it, and the flag that names
  ///   another
  static DataLock of(DataDirectory data) {
    Path holder = data.lockHolder();
    try {
      FileChannel channel =
          FileChannel.open(data.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        String pid = Files.exists(holder) ? Files.readString(holder).strip() : "unknown";
        channel.close();
        throw new DirectoryInUseException(
            "%s is in use by process %s. Stop it, or name another directory with --data DIR."
                .formatted(data.root(), pid));
      }
      Files.writeString(holder, String.valueOf(ProcessHandle.current().pid()));
      return new DataLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A data directory that another process works on.
  static final class DirectoryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryInUseException(String message) {
      super(message);
    }
  }
}
