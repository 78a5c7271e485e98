package dev.onboarding.coordinator.run;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;

/// What a run is parked with when this system itself is at fault; nothing of what went wrong inside
/// is told.
final class Defects {

  private Defects() {}

  /// The same would be refused again, so nobody is asked for it again.
  static Failure unstorable(RuntimeException failure) {
    return new Failure(
        ErrorType.VALIDATION,
        "RECORD_NOT_STORABLE",
        null,
        "The database refused what was to be recorded of the run (SQL state %s); the log has the details."
            .formatted(StoreFailures.sqlState(failure)),
        "Correct the record in the system it was read from, or repair the defect; then resume the run, or cancel it.",
        "Data Admin");
  }

  static Failure ofThisSystem() {
    return new Failure(
        ErrorType.SERVER_ERROR,
        "INTERNAL_DEFECT",
        null,
        "The run stopped on a defect of this system; its log has the details.",
        "Repair the defect, then resume the run, or cancel it.",
        "Support Team");
  }
}
