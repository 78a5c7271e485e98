package dev.onboarding.agentkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAwayTests {

  /// While PostgreSQL is gone no server of ours answers, which says nothing about a customer.
  @ParameterizedTest
  @CsvSource({
    "SERVER_UNREACHABLE,true",
    "SERVER_ANSWER_LOST,true",
    "AUDIT_UNAVAILABLE,true",
    "UNREADABLE_ANSWER,false",
    "CONNECT_TIMEOUT,false"
  })
  void tellsAServerOfOursFromTheSystemBehindIt(String code, boolean ours) {
    var failure = new Failure(ErrorType.SERVER_ERROR, code, null, "m", "r", "o");

    assertThat(ServerAway.isWhy(failure)).isEqualTo(ours);
  }
}
