package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.jspecify.annotations.Nullable;

/// Where a private key comes from: as PEM text, or else from a file. It is read anew for every
/// token, so that a key can be exchanged while the server runs.
///
/// @param system the system's name as people read it
/// @param variable the environment variable of the text; with `_FILE` behind it, of the file
/// @param text goes before the file; blank when there is only a file
public record KeySource(String system, String variable, Secret text, String file) {

  /// @throws FailureException `authentication/PRIVATE_KEY_UNREADABLE`, naming the variable
  public PrivateKey read() {
    try {
      return PrivateKeys.read(text.isBlank() ? Files.readString(Path.of(file)) : text.reveal());
    } catch (IOException e) {
      throw unreadable("the file it names cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  /// The same for a system that takes RSA keys only.
  public RSAPrivateKey readRsa() {
    if (read() instanceof RSAPrivateKey key) {
      return key;
    }
    throw unreadable("its key is no RSA key", null);
  }

  boolean isMissing() {
    return text.isBlank() && file.isBlank();
  }

  /// What to set, for people.
  String variables() {
    return "%1$s_FILE (or %1$s)".formatted(variable);
  }

  private FailureException unreadable(String why, @Nullable Throwable cause) {
    String read = text.isBlank() ? variable + "_FILE" : variable;
    return new FailureException(
        new Failure(
            ErrorType.AUTHENTICATION,
            "PRIVATE_KEY_UNREADABLE",
            null,
            "%s cannot be asked: %s gives no usable key, %s.".formatted(system, read, why),
            "Correct " + read + ".",
            ErrorType.AUTHENTICATION.owner()),
        null,
        cause);
  }
}
