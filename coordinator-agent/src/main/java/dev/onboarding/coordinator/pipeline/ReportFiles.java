package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.Email;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// The directory into which reports and mails are also written, for people who like files.
public final class ReportFiles {

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path directory;
  private final FileAttribute<?>[] ownersAlone;

  public ReportFiles(Path directory) {
    this.directory = directory;
    this.ownersAlone = ownersAlone(directory);
  }

  /// Where there are such rights at all.
  private static FileAttribute<?>[] ownersAlone(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  void write(RunId run, Email mail) {
    write("email_%s_%s.html".formatted(mail.kind(), run), mail.html());
  }

  /// A reader sees the old file or the new one, never half of it.
  ///
  /// @return the file's name
  String write(String name, String content) {
    try {
      writeWhole(name, content.getBytes(StandardCharsets.UTF_8));
      return name;
    } catch (IOException unwritable) {
      throw new FailureException(
          Failure.of(
              ErrorType.SERVER_ERROR,
              "REPORT_NOT_WRITTEN",
              null,
              "The file %s could not be written.".formatted(name)),
          null,
          unwritable);
    }
  }

  /// The directory is nearly always there: to ask first costs more than to be told.
  private void writeWhole(String name, byte[] content) throws IOException {
    try {
      moveInto(name, content);
    } catch (NoSuchFileException none) {
      Files.createDirectories(directory);
      moveInto(name, content);
    }
  }

  private void moveInto(String name, byte[] content) throws IOException {
    var half = directory.resolve(".%d.tmp".formatted(ThreadLocalRandom.current().nextLong()));
    try (var file = Files.newByteChannel(half, NEW, ownersAlone)) {
      var rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    }
    Files.move(half, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
