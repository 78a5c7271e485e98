package dev.onboarding.agentkit;

import dev.onboarding.model.Failure;
import java.util.Set;

/// Tells the absence of a server of ours from the failure of the system behind it: such a server is
/// restarted or another node answers, while an external system's failure is an answer.
public final class ServerAway {

  static final String UNREACHABLE = "SERVER_UNREACHABLE";
  static final String ANSWER_LOST = "SERVER_ANSWER_LOST";

  /// What a server of ours says while its store is gone: without its audit trail it answers
  /// nothing.
  static final String UNAUDITED = "AUDIT_UNAVAILABLE";

  /// What we say of a server that does not have the tools that are needed, for example because it
  /// is older than its caller.
  static final String CONTRACT_LACKING = "CONTRACT_LACKING";

  /// What is said while no token can be had, without which no server of ours answers.
  static final String ISSUER_AWAY = "ISSUER_UNREACHABLE";

  private static final Set<String> CODES =
      Set.of(UNREACHABLE, ANSWER_LOST, UNAUDITED, CONTRACT_LACKING, ISSUER_AWAY);

  private ServerAway() {}

  /// Also when the failure came through another server of ours.
  public static boolean isWhy(Failure failure) {
    return CODES.contains(failure.errorCode());
  }
}
