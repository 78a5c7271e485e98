package dev.onboarding.provisioning.decision;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;

/// The one way in which a decision is turned down.
final class Refusal {

  private Refusal() {}

  /// @param why one clause, for people
  static FailureException of(String code, String why) {
    return new FailureException(
        new Failure(
            ErrorType.AUTHORIZATION,
            code,
            403,
            "Nothing is done without the coordinator's decision for it: %s.".formatted(why),
            "Let the coordinator decide on the account and call with its current decision.",
            "Caller"));
  }
}
