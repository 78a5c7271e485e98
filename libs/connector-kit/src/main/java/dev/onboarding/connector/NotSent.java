package dev.onboarding.connector;

import dev.onboarding.model.FailureException;

/// Stands behind the failure of a call that never left, for want of a token or of a word from our
/// own database: that says nothing of how the system is.
public final class NotSent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotSent(Throwable why) {
    super(why);
  }

  /// The same failure, which no breaker takes for illness.
  public static FailureException because(FailureException failed) {
    return new FailureException(
        failed.failure(), failed.retryAfter().orElse(null), new NotSent(failed));
  }
}
