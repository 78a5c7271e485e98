package dev.onboarding.coordinator.operation;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Instant;
import java.util.Locale;

/// A system that is not called for now, because somebody said so.
///
/// @param name for example `netsuite`
public record PausedUpstream(String name, String by, String reason, Instant since) {

  /// What a run that waits for it tells; a retryable failure that is nobody's fault.
  public Failure failure() {
    return new Failure(
        ErrorType.SERVER_ERROR,
        code(name),
        null,
        "%s is paused by %s: %s".formatted(name, by, reason),
        "It goes on by itself when the pause ends (onboarding unpause %s).".formatted(name),
        "Operations");
  }

  /// By which the runs that wait for an upstream are found.
  static String code(String name) {
    return name.toUpperCase(Locale.ROOT) + "_PAUSED";
  }
}
