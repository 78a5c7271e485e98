package dev.onboarding.allinone.command;

import dev.onboarding.model.secret.Secret;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a person who types a command logs in.
final class LoginOptions {

  private final SystemOptions system;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File with the password of the login; without it the terminal asks.")
  private @Nullable Path file;

  /// @param system whose person logs in
  LoginOptions(SystemOptions system) {
    this.system = system;
  }

  /// @throws IllegalStateException when there is neither a file nor a terminal
  Secret password() {
    if (file != null) {
      return read(file);
    }
    Console terminal = Objects.requireNonNull(System.console());
    if (!terminal.isTerminal()) {
      throw new IllegalStateException(
          "Only a person may do this. Type the password at a terminal, or name its file: --password-file %s"
              .formatted(system.data().personPassword()));
    }
    char[] typed =
        terminal.readPassword(
            "Password of %s (it is in %s): ",
            system.data().personName(), system.data().personPassword());
    return new Secret(typed == null ? "" : new String(typed).strip());
  }

  private static Secret read(Path file) {
    try {
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("--password-file " + file + " cannot be read", e);
    }
  }
}
