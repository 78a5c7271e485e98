package dev.onboarding.salesforce.org;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.model.FailureException;

/// An answer that is JSON but not what a query answers.
final class Unreadable {

  private Unreadable() {}

  /// @param why one clause, for people
  static FailureException because(String why) {
    return JsonAnswers.unreadable("Salesforce", why);
  }
}
