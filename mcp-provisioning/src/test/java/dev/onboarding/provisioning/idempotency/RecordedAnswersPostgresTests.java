package dev.onboarding.provisioning.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.support.TestStore;
import dev.onboarding.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The same key does the same work once.
class RecordedAnswersPostgresTests {

  private final TestStore store = TestStore.empty();
  private final RecordedAnswers answers =
      store.answers(SettableClock.at(Instant.parse("2030-05-06T07:08:09Z")));
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void doesTheWorkOfAKeyOnce() {
    assertThat(once("k", "a")).isEqualTo(new Answer(1));
    assertThat(once("k", "a")).isEqualTo(new Answer(1));
    assertThat(once("k2", "a")).isEqualTo(new Answer(2));
  }

  @Test
  void doesTheWorkOnceWhenManyAskAtOnce() {
    List<Answer> given;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      given =
          IntStream.range(0, 10)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> once("k", "a"), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(given).hasSize(10).containsOnly(new Answer(1));
  }

  @Test
  void refusesTheKeyForOtherArguments() {
    once("k", "a");

    assertThatThrownBy(() -> once("k", "b"))
        .isInstanceOfSatisfying(
            FailureException.class,
            refused ->
                assertThat(refused.failure().errorCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void keepsTheKeysOfDifferentToolsApart() {
    once("k", "a");

    assertThat(
            answers.once(
                KeyedCall.of("other", "k", new Arguments("b")),
                Answer.class,
                () -> new Answer(done.incrementAndGet())))
        .isEqualTo(new Answer(2));
  }

  @Test
  void leavesTheKeyFreeWhenTheWorkFails() {
    assertThatThrownBy(() ->
            answers.once(
                call("k", "a"),
                Answer.class,
                () -> {
                  throw new IllegalStateException("fault");
                }))
        .hasMessage("fault");

    assertThat(store.count("recorded_answers")).isZero();
    assertThat(once("k", "b")).isEqualTo(new Answer(1));
  }

  @Test
  void bindsAClaimedKeyToItsArgumentsBeforeThereIsAnAnswer() {
    assertThat(answers.claim(call("k", "a"), Answer.class)).isEmpty();
    assertThat(answers.claim(call("k", "a"), Answer.class)).isEmpty();
    assertThatThrownBy(() -> answers.claim(call("k", "b"), Answer.class))
        .hasMessageContaining("other arguments");

    answers.record(call("k", "a"), new Answer(7));

    assertThat(answers.claim(call("k", "a"), Answer.class)).contains(new Answer(7));
  }

  private Answer once(String key, String argument) {
    return answers.once(
        call(key, argument), Answer.class, () -> new Answer(done.incrementAndGet()));
  }

  private static KeyedCall call(String key, String argument) {
    return KeyedCall.of("tool", key, new Arguments(argument));
  }

  private record Arguments(String argument) {}

  private record Answer(int number) {}
}
