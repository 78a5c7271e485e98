package dev.onboarding.connector.quota;

import dev.onboarding.connector.NotSent;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;

/// Why a call was not let out.
final class QuotaFailures {

  private QuotaFailures() {}

  /// Our share is used up.
  static FailureException usedUp(String code, String message, Duration retryAfter) {
    return NotSent.because(
        new FailureException(
            Failure.of(ErrorType.RATE_LIMIT, code, null, message), retryAfter, null));
  }

  /// Nothing leaves that cannot be counted.
  static FailureException unavailable(String system, RuntimeException cause) {
    return NotSent.because(
        new FailureException(
            Failure.of(
                ErrorType.SERVER_ERROR,
                "QUOTA_UNAVAILABLE",
                null,
                "The database that counts calls to %s cannot be asked, so none is made."
                    .formatted(system)),
            null,
            cause));
  }
}
