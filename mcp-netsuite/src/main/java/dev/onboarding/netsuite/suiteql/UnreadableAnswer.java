package dev.onboarding.netsuite.suiteql;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.model.FailureException;

/// The failure of an answer that arrived but does not say what NetSuite's contract promises.
public final class UnreadableAnswer {

  private UnreadableAnswer() {}

  public static FailureException of(String why) {
    return JsonAnswers.unreadable("NetSuite", why);
  }
}
