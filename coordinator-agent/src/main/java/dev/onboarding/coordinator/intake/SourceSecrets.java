package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// With what a source may sign now: its secret, and while that is being exchanged the one before.
/// Both follow their files.
final class SourceSecrets {

  private final Rotating<Optional<Secret>> current;
  private final Rotating<Optional<Secret>> previous;

  private SourceSecrets(Rotating<Optional<Secret>> current, Rotating<Optional<Secret>> previous) {
    this.current = current;
    this.previous = previous;
  }

  /// @throws IllegalStateException naming the setting when a secret is given and is not usable
  static SourceSecrets of(String name, Source source, Clock clock) {
    var secrets =
        new SourceSecrets(
            current(source.current(name), clock), previous(source.previous(name), clock));
    secrets.accepted();
    return secrets;
  }

  /// A secret that is set stays until there is another one.
  private static Rotating<Optional<Secret>> current(SecretSource source, Clock clock) {
    return source.isMissing()
        ? source.optional(clock)
        : source.rotating(clock, secret -> Optional.of(longEnough(secret)));
  }

  /// The one before is withdrawn by emptying or removing its file.
  private static Rotating<Optional<Secret>> previous(SecretSource source, Clock clock) {
    return source.optional(clock, SourceSecrets::longEnough);
  }

  private static Secret longEnough(Secret secret) {
    if (!IntakeSettings.isLongEnough(secret)) {
      throw new IllegalArgumentException("it has too few characters and can be guessed");
    }
    return secret;
  }

  /// Those that count now, the current one first.
  List<Secret> accepted() {
    return Stream.of(current.current(), previous.current()).flatMap(Optional::stream).toList();
  }
}
