package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static dev.onboarding.connector.ScriptedUpstream.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onboarding.model.ErrorType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BehindBreakerTests {

  private static final int LEAST_CALLS = 4;

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final CallSurroundings around = Surroundings.calm();
  private final Upstream guarded =
      new BehindBreaker(
          upstream,
          "crm",
          new UpstreamLimits.Breaker(50, 8, LEAST_CALLS, Duration.ofSeconds(30), 1),
          around);

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "NETWORK", "INDETERMINATE"})
  void leavesASystemAloneThatKeepsFailing(ErrorType type) {
    upstream.fails(type, "SICK");
    callTimes(LEAST_CALLS);

    var refused = assertFails(() -> guarded.send(READ), ErrorType.SERVER_ERROR, "CIRCUIT_OPEN");

    assertThat(upstream.sent).hasSize(LEAST_CALLS);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(around.meters().get("upstream.breaker.open").gauge().value()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMIT", "VALIDATION", "AUTHENTICATION", "AUTHORIZATION"})
  void countsThrottlingAndRefusalNotAsIllness(ErrorType type) {
    upstream.fails(type, "NO");
    callTimes(3 * LEAST_CALLS);

    assertFails(() -> guarded.send(READ), type, "NO");
  }

  @Test
  void countsACallersOwnDeadlineNotAsIllness() {
    upstream.fails(ErrorType.NETWORK, HttpWire.DEADLINE_PASSED);
    callTimes(3 * LEAST_CALLS);

    assertFails(() -> guarded.send(READ), ErrorType.NETWORK, HttpWire.DEADLINE_PASSED);
  }

  @Test
  void throttlingDoesNotHideIllness() {
    upstream
        .fails(ErrorType.SERVER_ERROR, "SICK")
        .fails(ErrorType.RATE_LIMIT, "SLOW")
        .fails(ErrorType.SERVER_ERROR, "SICK")
        .fails(ErrorType.RATE_LIMIT, "SLOW")
        .fails(ErrorType.SERVER_ERROR, "SICK")
        .fails(ErrorType.SERVER_ERROR, "SICK");
    callTimes(6);

    assertFails(() -> guarded.send(READ), ErrorType.SERVER_ERROR, "CIRCUIT_OPEN");
  }

  private void callTimes(int times) {
    for (int i = 0; i < times; i++) {
      catchThrowable(() -> guarded.send(READ));
    }
  }
}
