package dev.onboarding.coordinator.batch;

/// Refuses a correlation id that was given with another request before.
final class ConflictingBatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConflictingBatchException(BatchId batch, String correlation) {
    super(
        "correlation_id '%s' is already batch %s, which was asked for otherwise: give another one, or the same request again."
            .formatted(correlation, batch));
  }
}
