package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static dev.onboarding.connector.ScriptedUpstream.READ;
import static dev.onboarding.connector.ScriptedUpstream.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BehindBreakerTests {

  private static final int LEAST_CALLS = 4;
  private static final UpstreamLimits.Breaker SETTINGS =
      new UpstreamLimits.Breaker(50, 8, LEAST_CALLS, Duration.ofSeconds(30));
  private static final UpstreamRequest TOKEN =
      UpstreamRequest.form("token", URI.create("http://upstream/token"), Map.of());

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final List<BreakerState> told = new CopyOnWriteArrayList<>();
  private final CallSurroundings around = Surroundings.telling(told::add);
  private final Upstream guarded = new BehindBreaker(upstream, "crm", SETTINGS, around);

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

  @Test
  void judgesReadingWritingAndTokensApart() {
    upstream.fails(ErrorType.SERVER_ERROR, "SICK");
    callTimes(LEAST_CALLS);

    assertFails(() -> guarded.send(READ), ErrorType.SERVER_ERROR, "CIRCUIT_OPEN");
    assertFails(() -> guarded.send(WRITE), ErrorType.SERVER_ERROR, "SICK");
    assertFails(() -> guarded.send(TOKEN), ErrorType.SERVER_ERROR, "SICK");
    assertThat(told)
        .extracting(BreakerState::operationClass, BreakerState::state)
        .containsExactly(
            tuple(OperationClass.READ, "closed"),
            tuple(OperationClass.READ, "open"),
            tuple(OperationClass.WRITE, "closed"),
            tuple(OperationClass.TOKEN, "closed"));
  }

  @Test
  void takesAMissingTokenNotForIllness() {
    var failed = new FailureException(Failure.of(ErrorType.SERVER_ERROR, "SICK", null, "x"));
    Upstream tokenless =
        new BehindBreaker(
            _ -> {
              throw NotSent.because(failed);
            },
            "crm",
            SETTINGS,
            around);

    for (int i = 0; i < 3 * LEAST_CALLS; i++) {
      assertFails(() -> tokenless.send(READ), ErrorType.SERVER_ERROR, "SICK");
    }
  }

  @Test
  void letsOneCallFindOutWhetherTheSystemIsWellAgain() throws Exception {
    var asked = new AtomicInteger();
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Upstream recovering =
        request -> {
          if (asked.incrementAndGet() <= LEAST_CALLS) {
            throw new FailureException(Failure.of(ErrorType.SERVER_ERROR, "SICK", null, "x"));
          }
          entered.countDown();
          await(release);
          return new UpstreamResponse(200, Map.of(), new byte[0]);
        };
    Upstream again =
        new BehindBreaker(
            recovering,
            "crm",
            new UpstreamLimits.Breaker(50, 8, LEAST_CALLS, Duration.ofMillis(1)),
            around);
    for (int i = 0; i < LEAST_CALLS; i++) {
      assertFails(() -> again.send(READ), ErrorType.SERVER_ERROR, "SICK");
    }

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var probe = callers.submit(() -> probed(again));
      await(entered);
      assertFails(() -> again.send(READ), ErrorType.SERVER_ERROR, "CIRCUIT_OPEN");
      release.countDown();
      assertThat(probe.get().status()).isEqualTo(200);
    }

    assertThat(asked).hasValue(LEAST_CALLS + 1);
    assertThat(told.getLast().state()).isEqualTo("closed");
  }

  /// The pause is over at the latest when a call is let through.
  private static UpstreamResponse probed(Upstream again) {
    while (true) {
      try {
        return again.send(READ);
      } catch (FailureException stillOpen) {
        Thread.onSpinWait();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void callTimes(int times) {
    for (int i = 0; i < times; i++) {
      catchThrowable(() -> guarded.send(READ));
    }
  }
}
