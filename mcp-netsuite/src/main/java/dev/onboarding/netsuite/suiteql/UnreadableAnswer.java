package dev.onboarding.netsuite.suiteql;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;

/// The failure of an answer that arrived but does not say what NetSuite's contract promises.
public final class UnreadableAnswer {

  private UnreadableAnswer() {}

  public static FailureException of(String why) {
    return new FailureException(
        Failure.of(
            ErrorType.SERVER_ERROR,
            "UNREADABLE_ANSWER",
            200,
            "NetSuite answered something that cannot be read: " + why + "."));
  }
}
