package dev.onboarding.model.secret;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a secret is given: as a value, which stays until a restart, or else as a file, which may
/// be exchanged at any time.
///
/// @param variable the environment variable of the value, with `_FILE` behind it that of the file;
///   or the property of the value, with `-file` behind it that of the file
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
    return "%s (or %s)".formatted(variable, fileVariable());
  }

  /// The secret as it is, kept up with its file.
  public Rotating<Secret> rotating(Clock clock) {
    return rotating(clock, Function.identity());
  }

  /// The secret where there need be none: no file and an empty one mean that there is none now.
  public Rotating<Optional<Secret>> optional(Clock clock) {
    return optional(clock, Function.identity());
  }

  /// What is made of such a secret; see [#rotating(Clock, Function)].
  public <T> Rotating<Optional<T>> optional(
      Clock clock, Function<? super Secret, ? extends T> made) {
    return new Rotating<>(
        this,
        true,
        clock,
        secret -> secret.isBlank() ? Optional.empty() : Optional.of(made.apply(secret)));
  }

  /// What is made of the secret, kept up with its file.
  ///
  /// @param made throws an [IllegalArgumentException] whose message tells what is wrong and never
  ///   quotes the secret
  public <T> Rotating<T> rotating(Clock clock, Function<? super Secret, ? extends T> made) {
    return new Rotating<>(this, false, clock, made);
  }

  /// The variable that counts.
  String used() {
    return value == null ? fileVariable() : variable;
  }

  private String fileVariable() {
    return variable + (variable.contains(".") ? "-file" : "_FILE");
  }
}
