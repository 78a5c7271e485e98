package dev.onboarding.connector;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;

/// Where a private key comes from: as PEM text, or else from a file, in which it can be exchanged
/// while the server runs.
///
/// @param system the system's name as people read it
/// @param variable the environment variable of the text; with `_FILE` behind it, of the file
/// @param text goes before the file; blank when there is only a file
public record KeySource(String system, String variable, Secret text, String file) {

  /// The key, kept up with its file.
  public RotatingCredential<PrivateKey> rotating(Clock clock) {
    return new RotatingCredential<>(
        system, "PRIVATE_KEY_UNREADABLE", "key", source().rotating(clock, KeySource::read));
  }

  /// The same for a system that takes RSA keys only.
  public RotatingCredential<RSAPrivateKey> rotatingRsa(Clock clock) {
    return new RotatingCredential<>(
        system, "PRIVATE_KEY_UNREADABLE", "key", source().rotating(clock, KeySource::readRsa));
  }

  boolean isMissing() {
    return source().isMissing();
  }

  /// What to set, for people.
  String variables() {
    return "%1$s_FILE (or %1$s)".formatted(variable);
  }

  private SecretSource source() {
    return new SecretSource(variable, text, file);
  }

  private static PrivateKey read(Secret pem) {
    return PrivateKeys.read(pem.reveal());
  }

  private static RSAPrivateKey readRsa(Secret pem) {
    if (read(pem) instanceof RSAPrivateKey key) {
      return key;
    }
    throw new IllegalArgumentException("its key is no RSA key");
  }
}
