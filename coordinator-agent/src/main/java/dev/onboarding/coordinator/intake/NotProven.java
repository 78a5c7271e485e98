package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;

/// The one answer to everybody who does not prove to be a configured source: which sources there
/// are, and how far a guess came, stays in metric and log.
final class NotProven {

  private static final String DETAIL =
      "Name a source that is configured, and prove to be it: send sha256= and the HMAC-SHA256 of the"
          + " raw body in %s, or the source's own access token.".formatted(Signature.HEADER);

  private NotProven() {}

  static ProblemException because(String reason) {
    return new ProblemException(ProblemType.SENDER_NOT_PROVEN, DETAIL, reason);
  }
}
