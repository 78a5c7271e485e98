package dev.onboarding.clm.connection;

import dev.onboarding.connector.Secret;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;

/// Where the private key comes from; it is read anew for every token, so that a key can be
/// exchanged while the server runs.
interface KeySource {

  /// @throws FailureException of type authentication when there is no readable key
  PrivateKey read();

  static KeySource text(String variable, Secret pem) {
    return () -> parsed(variable, pem.reveal());
  }

  static KeySource file(String variable, String file) {
    return () -> {
      try {
        return parsed(variable, Files.readString(Path.of(file)));
      } catch (IOException e) {
        throw unreadable(variable, "the file it names cannot be read", e);
      }
    };
  }

  private static PrivateKey parsed(String variable, String pem) {
    try {
      return PrivateKeys.read(pem);
    } catch (IllegalArgumentException e) {
      throw unreadable(variable, String.valueOf(e.getMessage()), e);
    }
  }

  private static FailureException unreadable(String variable, String why, Throwable cause) {
    return new FailureException(
        new Failure(
            ErrorType.AUTHENTICATION,
            "PRIVATE_KEY_UNREADABLE",
            null,
            "DocuSign cannot be asked: %s gives no usable key, %s.".formatted(variable, why),
            "Correct " + variable + ".",
            ErrorType.AUTHENTICATION.owner()),
        null,
        cause);
  }
}
