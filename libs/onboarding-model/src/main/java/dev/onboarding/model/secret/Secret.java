package dev.onboarding.model.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A credential that no log, message or serializer shows: prints as `***`, and only [#reveal] and
/// [#bytes] give it away. Binds from a plain configuration value.
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /// The credential itself, at the one place that sends it.
  public String reveal() {
    return value;
  }

  /// The same in UTF-8.
  public byte[] bytes() {
    return value.getBytes(UTF_8);
  }

  public boolean isBlank() {
    return value.isBlank();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
