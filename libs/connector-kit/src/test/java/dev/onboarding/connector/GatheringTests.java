package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTests {

  private final Clock clock = Clock.systemUTC();
  private final List<List<String>> questions = new CopyOnWriteArrayList<>();
  private final List<CallContext> contexts = new CopyOnWriteArrayList<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    release.countDown();
    callers.close();
  }

  @Test
  void asksAtOnceWhereNothingIsUnderWay() {
    var gathering = new Gathering<>(this::answered, 10, clock);

    assertThat(gathering.read("a")).isEqualTo("A");
    assertThat(gathering.read("a")).isEqualTo("A");

    assertThat(questions).containsExactly(List.of("a"), List.of("a"));
  }

  @Test
  void sendsTogetherWhatCameWhileAQuestionWasUnderWay() throws Exception {
    var gathering = new Gathering<>(this::held, 100, clock);
    List<Future<String>> reads = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String key = "k" + i % 20;
      reads.add(
          callers.submit(() -> {
            arrived.incrementAndGet();
            return gathering.read(key);
          }));
    }
    await().until(() -> arrived.get() == 40);
    release.countDown();

    for (Future<String> read : reads) {
      assertThat(read.get()).startsWith("K");
    }
    // At most four questions were under way; the last of them took all who were left.
    assertThat(questions).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void putsNoMoreIntoOneQuestionThanItHolds() throws Exception {
    var gathering = new Gathering<>(this::heldFirst, 3, clock);
    List<Future<String>> reads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String key = "k" + i;
      reads.add(callers.submit(() -> gathering.read(key)));
    }
    await().until(() -> !questions.isEmpty());
    release.countDown();

    for (Future<String> read : reads) {
      assertThat(read.get()).startsWith("K");
    }
    assertThat(questions).allSatisfy(keys -> assertThat(keys).hasSizeLessThanOrEqualTo(3));
    assertThat(questions.stream().mapToInt(List::size).sum()).isEqualTo(20);
  }

  @Test
  void givesEachItsOwnOutcome() throws Exception {
    var gathering = new Gathering<>(this::answered, 10, clock);

    assertFails(() -> gathering.read("bad"), ErrorType.VALIDATION, "BAD");
    assertThat(gathering.read("good")).isEqualTo("GOOD");
  }

  @Test
  void failsAllOfAQuestionThatFails() {
    var gathering =
        new Gathering<String, String>(
            _ -> {
              throw failure(ErrorType.SERVER_ERROR, "SICK");
            },
            10,
            clock);

    assertFails(() -> gathering.read("a"), ErrorType.SERVER_ERROR, "SICK");
  }

  @Test
  void waitsNoLongerThanItsOwnCaller() throws Exception {
    var gathering = new Gathering<>(this::heldFirst, 10, clock);
    var hurried = contextUntil(clock.instant().plusMillis(50));

    var read = callers.submit(() -> hurried.get(() -> gathering.read("a")));

    assertThat(catchFailure(read).failure().errorCode()).isEqualTo(HttpWire.DEADLINE_PASSED);
  }

  @Test
  void asksWithTheLatestDeadlineOfThoseWhoWait() throws Exception {
    var gathering = new Gathering<>(this::heldFirst, 10, clock);
    Instant late = clock.instant().plus(Duration.ofHours(1));
    var first = callers.submit(() -> gathering.read("a"));
    await().until(() -> questions.size() == 1);
    var soon =
        callers.submit(() -> contextUntil(late.minusSeconds(60)).get(() -> gathering.read("b")));
    var later = callers.submit(() -> contextUntil(late).get(() -> gathering.read("b")));
    await().until(() -> questions.size() == 2);
    release.countDown();

    assertThat(List.of(first.get(), soon.get(), later.get())).containsExactly("A", "B", "B");
    assertThat(contexts.get(1).deadline()).isIn(late, late.minusSeconds(60));
  }

  @Test
  void asksForPeopleApartFromMachines() throws Exception {
    var gathering = new Gathering<>(this::heldFirst, 10, clock);
    var person = new CallContext(null, null, null, null, CallerClass.PERSON);
    var first = callers.submit(() -> gathering.read("a"));
    await().until(() -> questions.size() == 1);
    var machine = callers.submit(() -> gathering.read("b"));
    var people = callers.submit(() -> person.get(() -> gathering.read("b")));
    await().until(() -> questions.size() == 3);
    release.countDown();

    assertThat(List.of(first.get(), machine.get(), people.get())).containsExactly("A", "B", "B");
    assertThat(contexts)
        .extracting(CallContext::callerClass)
        .containsExactlyInAnyOrder(CallerClass.MACHINE, CallerClass.MACHINE, CallerClass.PERSON);
  }

  @Test
  void letsOneOfThoseWhoWentTogetherPay() throws Exception {
    var gathering = new Gathering<>(this::paidFor, 10, clock);
    List<CallTally> tallies = IntStream.range(0, 5).mapToObj(_ -> new CallTally()).toList();
    List<Future<String>> reads = new ArrayList<>();
    for (CallTally tally : tallies) {
      reads.add(
          callers.submit(() -> tally.get(() -> gathering.read("k" + tallies.indexOf(tally)))));
    }
    await().until(() -> !questions.isEmpty());
    release.countDown();
    for (Future<String> read : reads) {
      read.get();
    }

    assertThat(tallies.stream().mapToInt(tally -> tally.figures().calls()).sum())
        .isEqualTo(questions.size());
    assertThat(tallies).allSatisfy(tally -> assertThat(tally.figures().batch()).isPositive());
  }

  private List<Gathering.Outcome<String>> paidFor(List<String> keys) {
    List<Gathering.Outcome<String>> outcomes = heldFirst(keys);
    CallTally.current().called();
    return outcomes;
  }

  private List<Gathering.Outcome<String>> held(List<String> keys) {
    List<Gathering.Outcome<String>> outcomes = answered(keys);
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return outcomes;
  }

  private List<Gathering.Outcome<String>> heldFirst(List<String> keys) {
    return questions.isEmpty() ? held(keys) : answered(keys);
  }

  private List<Gathering.Outcome<String>> answered(List<String> keys) {
    contexts.add(CallContext.current());
    questions.add(List.copyOf(keys));
    return keys.stream()
        .map(key ->
            key.equals("bad")
                ? Gathering.Outcome.<String>failed(failure(ErrorType.VALIDATION, "BAD"))
                : Gathering.Outcome.of(key.toUpperCase(java.util.Locale.ROOT)))
        .toList();
  }

  private static FailureException failure(ErrorType type, String code) {
    return new FailureException(Failure.of(type, code, null, "scripted"));
  }

  private static CallContext contextUntil(Instant deadline) {
    return new CallContext(null, null, null, deadline);
  }

  private static FailureException catchFailure(Future<?> read) throws InterruptedException {
    try {
      read.get();
      throw new AssertionError("expected a failure");
    } catch (java.util.concurrent.ExecutionException failed) {
      return (FailureException) failed.getCause();
    }
  }
}
