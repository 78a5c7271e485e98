package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static dev.onboarding.connector.ScriptedUpstream.READ;
import static dev.onboarding.connector.ScriptedUpstream.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetryingTests {

  private final SettableClock clock = SettableClock.at(Surroundings.NOW);
  private final List<Duration> waits = new ArrayList<>();
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private double chance = 0.5;

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "NETWORK", "RATE_LIMIT"})
  void triesThreeTimesMoreAfterOneTwoAndFourSeconds(ErrorType type) {
    upstream.fails(type, "SICK");

    assertFails(() -> retrying().send(READ), type, "SICK");

    assertThat(upstream.sent).hasSize(4);
    assertThat(waits).containsExactly(seconds(1), seconds(2), seconds(4));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SERVER_ERROR", "NETWORK", "RATE_LIMIT"})
  void neverTriesAgainWhatDoesNotPassByItself(ErrorType type) {
    upstream.fails(type, "FINAL");

    assertFails(() -> retrying().send(READ), type, "FINAL");

    assertThat(upstream.sent).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 750", "0.25, 875", "0.999999999, 1250"})
  void spreadsTheDelaysSoThatManyDoNotComeBackTogether(double chance, long millis) {
    this.chance = chance;
    upstream.fails(ErrorType.SERVER_ERROR, "SICK").answers(200);

    retrying().send(READ);

    assertThat(waits).hasSize(1);
    assertThat(waits.getFirst()).isCloseTo(Duration.ofMillis(millis), Duration.ofNanos(1_000));
  }

  @Test
  void stopsTryingAtTheFirstAnswer() {
    upstream.fails(ErrorType.SERVER_ERROR, "SICK").answers(200);

    UpstreamResponse response = retrying().send(READ);

    assertThat(response.status()).isEqualTo(200);
    assertThat(waits).containsExactly(seconds(1));
  }

  @Test
  void neverRepeatsWhatIsNotIdempotent() {
    upstream.fails(ErrorType.SERVER_ERROR, "SICK").answers(200);

    assertFails(() -> retrying().send(WRITE), ErrorType.SERVER_ERROR, "SICK");

    assertThat(upstream.sent).hasSize(1);
  }

  @Test
  void waitsAsLongAsTheSystemAsks() {
    upstream.failsAskingFor(ErrorType.RATE_LIMIT, "SLOW_DOWN", seconds(7)).answers(200);

    retrying().send(READ);

    assertThat(waits).containsExactly(seconds(7));
  }

  @Test
  void givesUpAtOnceWhenTheSystemAsksForTooLong() {
    upstream.failsAskingFor(ErrorType.RATE_LIMIT, "COME_BACK_TOMORROW", Duration.ofHours(1));

    assertFails(() -> retrying().send(READ), ErrorType.RATE_LIMIT, "COME_BACK_TOMORROW");

    assertThat(waits).isEmpty();
  }

  @Test
  void waitsNeverBeyondTheDeadline() {
    upstream.fails(ErrorType.SERVER_ERROR, "SICK");
    CallSurroundings around = Surroundings.endingIn(clock, Duration.ofMillis(3500));

    assertFails(() -> retrying(around).send(READ), ErrorType.SERVER_ERROR, "SICK");

    assertThat(waits).containsExactly(seconds(1), seconds(2));
  }

  @Test
  void stopsWaitingWhenInterrupted() {
    upstream.fails(ErrorType.SERVER_ERROR, "SICK");
    Upstream retrying =
        new Retrying(
            upstream,
            UpstreamLimits.Retries.standard(),
            Surroundings.at(clock),
            _ -> {
              throw new InterruptedException();
            },
            () -> 0.5);

    assertFails(() -> retrying.send(READ), ErrorType.SERVER_ERROR, "SICK");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(upstream.sent).hasSize(1);
  }

  private Upstream retrying() {
    return retrying(Surroundings.at(clock));
  }

  private Upstream retrying(CallSurroundings around) {
    return new Retrying(
        upstream,
        UpstreamLimits.Retries.standard(),
        around,
        wait -> {
          waits.add(wait);
          clock.advance(wait);
        },
        () -> chance);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
