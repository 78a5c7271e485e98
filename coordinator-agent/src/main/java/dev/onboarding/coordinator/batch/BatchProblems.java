package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;

/// Answers what only a batch can refuse.
final class BatchProblems {

  private BatchProblems() {}

  static ProblemException noSuchBatch() {
    return new ProblemException(ProblemType.BATCH_NOT_FOUND, "No batch has this id.");
  }

  static ProblemException conflicting(ConflictingBatchException conflict) {
    return new ProblemException(
        ProblemType.CONFLICTING_BATCH, String.valueOf(conflict.getMessage()), conflict);
  }
}
