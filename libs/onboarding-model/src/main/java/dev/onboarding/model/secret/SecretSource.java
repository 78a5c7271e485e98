package dev.onboarding.model.secret;

import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a secret is given: as a value, which stays until a restart, or else as a file, which may
/// be exchanged at any time.
///
/// @param variable the environment variable of the value; with `_FILE` behind it, of the file
/// @param value goes before the file; null or blank when there is only a file
/// @param file null or blank when there is only a value
public record SecretSource(String variable, @Nullable Secret value, @Nullable String file) {

  public SecretSource {
    value = value == null || value.isBlank() ? null : value;
    file = file == null || file.isBlank() ? null : file.strip();
  }

  public static SecretSource of(String variable, Secret value) {
    return new SecretSource(variable, value, null);
  }

  public boolean isMissing() {
    return value == null && file == null;
  }

  /// What to set, for people.
  public String variables() {
    return "%1$s (or %1$s_FILE)".formatted(variable);
  }

  /// The secret as it is, kept up with its file.
  public Rotating<Secret> rotating(Clock clock) {
    return rotating(clock, Function.identity());
  }

  /// What is made of the secret, kept up with its file.
  ///
  /// @param made throws an [IllegalArgumentException] whose message tells what is wrong and never
  ///   quotes the secret
  public <T> Rotating<T> rotating(Clock clock, Function<? super Secret, ? extends T> made) {
    return new Rotating<>(this, clock, made);
  }

  /// The variable that counts.
  String used() {
    return value == null ? variable + "_FILE" : variable;
  }
}
