package dev.onboarding.agentkit;

import dev.onboarding.model.Failure;

/// Tells the absence of a server of ours from the failure of the system behind it: such a server is
/// restarted or another node answers, while an external system's failure is an answer.
public final class ServerAway {

  static final String UNREACHABLE = "SERVER_UNREACHABLE";
  static final String ANSWER_LOST = "SERVER_ANSWER_LOST";

  private ServerAway() {}

  /// Also when the failure came through another server of ours.
  public static boolean isWhy(Failure failure) {
    return failure.errorCode().equals(UNREACHABLE) || failure.errorCode().equals(ANSWER_LOST);
  }
}
