package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static dev.onboarding.connector.ScriptedUpstream.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WithinConcurrencyTests {

  private static final UpstreamResponse OK = new UpstreamResponse(200, Map.of(), new byte[0]);

  @Test
  void letsNeverMoreCallsThroughThanItHasPermits() throws Exception {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    Upstream counting =
        _ -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          Thread.yield();
          underWay.decrementAndGet();
          return OK;
        };
    Upstream limited = limited(counting, 2, Duration.ofSeconds(10));

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 200).mapToObj(_ -> callers.submit(() -> limited.send(READ))).toList();
      for (var call : calls) {
        assertThat(call.get().status()).isEqualTo(200);
      }
    }

    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void refusesACallThatFindsNoPermitInTime() throws Exception {
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    Upstream slow =
        _ -> {
          entered.countDown();
          await(release);
          return OK;
        };
    Upstream limited = limited(slow, 1, Duration.ofMillis(20));

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> limited.send(READ));
      await(entered);
      assertFails(() -> limited.send(READ), ErrorType.RATE_LIMIT, "NO_FREE_PERMIT");
      release.countDown();
      assertThat(first.get()).isEqualTo(OK);
    }
  }

  @Test
  void keepsOnePermitOfFourForPeople() throws Exception {
    var entered = new CountDownLatch(3);
    var release = new CountDownLatch(1);
    Upstream slow =
        _ -> {
          entered.countDown();
          await(release);
          return OK;
        };
    Upstream limited = limited(slow, 4, Duration.ofMillis(20));
    var person = new CallContext(null, null, "console", null, CallerClass.PERSON);

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var machines =
          IntStream.range(0, 3).mapToObj(_ -> callers.submit(() -> limited.send(READ))).toList();
      await(entered);
      assertFails(() -> limited.send(READ), ErrorType.RATE_LIMIT, "NO_FREE_PERMIT");
      var served = callers.submit(() -> person.get(() -> limited.send(READ)));
      release.countDown();
      assertThat(served.get()).isEqualTo(OK);
      for (var machine : machines) {
        assertThat(machine.get()).isEqualTo(OK);
      }
    }
  }

  @Test
  void givesThePermitBackAfterAFailure() {
    var upstream = new ScriptedUpstream().fails(ErrorType.SERVER_ERROR, "SICK").answers(200);
    Upstream limited = limited(upstream, 1, Duration.ZERO);

    assertFails(() -> limited.send(READ), ErrorType.SERVER_ERROR, "SICK");

    assertThat(limited.send(READ).status()).isEqualTo(200);
  }

  private static Upstream limited(Upstream next, int permits, Duration wait) {
    var limits =
        new UpstreamLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1),
            permits,
            wait,
            UpstreamLimits.Retries.standard(),
            UpstreamLimits.Breaker.standard());
    return new WithinConcurrency(next, "crm", limits, Surroundings.calm());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
