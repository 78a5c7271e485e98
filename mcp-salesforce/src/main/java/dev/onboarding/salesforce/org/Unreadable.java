package dev.onboarding.salesforce.org;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;

/// An answer that is JSON but not what a query answers.
final class Unreadable {

  private Unreadable() {}

  /// @param why completes "Salesforce answered something unreadable: …"
  static FailureException because(String why) {
    return new FailureException(
        Failure.of(
            ErrorType.SERVER_ERROR,
            "UNREADABLE_ANSWER",
            200,
            "Salesforce answered something unreadable: " + why + "."));
  }
}
