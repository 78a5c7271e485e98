package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.Email;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The directory into which reports and mails are also written, for people who like files.
public final class ReportFiles {

  private final Path directory;

  public ReportFiles(Path directory) {
    this.directory = directory;
  }

  void write(RunId run, Email mail) {
    write("email_%s_%s.html".formatted(mail.kind(), run), mail.html());
  }

  /// A reader sees the old file or the new one, never half of it.
  ///
  /// @return the file's name
  String write(String name, String content) {
    try {
      Files.createDirectories(directory);
      var half = Files.createTempFile(directory, ".", ".tmp");
      Files.writeString(half, content);
      Files.move(half, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
}
