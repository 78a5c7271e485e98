package dev.onboarding.connector;

import static dev.onboarding.connector.ScriptedUpstream.READ;
import static dev.onboarding.connector.ScriptedUpstream.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoalescedTests {

  private static final UpstreamResponse OK = new UpstreamResponse(200, Map.of(), new byte[0]);
  private static final int CALLERS = 20;

  private final AtomicInteger sent = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void stop() {
    release.countDown();
    callers.close();
  }

  @Test
  void sendsOnceWhatManyAskAtTheSameTime() throws Exception {
    Upstream coalesced = coalesced(_ -> held(OK));

    List<Future<UpstreamResponse>> answers = asked(coalesced, READ);
    release.countDown();

    for (Future<UpstreamResponse> answer : answers) {
      assertThat(answer.get()).isSameAs(OK);
    }
    assertThat(sent).hasValue(1);
  }

  @Test
  void keepsNoAnswer() {
    Upstream coalesced = coalesced(_ -> OK);

    coalesced.send(READ);
    coalesced.send(READ);

    assertThat(sent).hasValue(2);
  }

  @Test
  void sendsEveryWrite() throws Exception {
    Upstream coalesced = coalesced(_ -> held(OK));

    List<Future<UpstreamResponse>> answers = asked(coalesced, WRITE);
    release.countDown();

    for (Future<UpstreamResponse> answer : answers) {
      answer.get();
    }
    assertThat(sent).hasValue(CALLERS);
  }

  @Test
  void tellsQuestionsApartByTheirBody() throws Exception {
    Upstream coalesced = coalesced(_ -> held(OK));
    var first = callers.submit(() -> coalesced.send(query("a")));
    var second = callers.submit(() -> coalesced.send(query("b")));
    await().until(() -> sent.get() == 2);
    release.countDown();

    assertThat(first.get()).isSameAs(OK);
    assertThat(second.get()).isSameAs(OK);
  }

  @Test
  void sharesAFailureButNotACallersOwnDeadline() throws Exception {
    Upstream coalesced =
        coalesced(_ -> {
          int number = sent.get();
          held(OK);
          if (number == 1) {
            throw new FailureException(
                Failure.of(ErrorType.NETWORK, HttpWire.DEADLINE_PASSED, null, "too late"));
          }
          return OK;
        });

    List<Future<UpstreamResponse>> answers = asked(coalesced, READ);
    release.countDown();

    int failed = 0;
    for (Future<UpstreamResponse> answer : answers) {
      try {
        assertThat(answer.get()).isSameAs(OK);
      } catch (java.util.concurrent.ExecutionException late) {
        failed++;
      }
    }
    assertThat(failed).isEqualTo(1);
  }

  private Upstream coalesced(Upstream next) {
    return new Coalesced(
        request -> {
          sent.incrementAndGet();
          return next.send(request);
        },
        Surroundings.calm());
  }

  /// All callers have asked when this returns.
  private List<Future<UpstreamResponse>> asked(Upstream upstream, UpstreamRequest request) {
    List<Future<UpstreamResponse>> answers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      answers.add(
          callers.submit(() -> {
            synchronized (threads) {
              threads.add(Thread.currentThread());
            }
            return upstream.send(request);
          }));
    }
    await().until(this::allWait);
    return answers;
  }

  private boolean allWait() {
    synchronized (threads) {
      return threads.size() == CALLERS
          && threads.stream()
              .allMatch(thread ->
                  thread.getState() == Thread.State.WAITING
                      || thread.getState() == Thread.State.TIMED_WAITING);
    }
  }

  private UpstreamResponse held(UpstreamResponse response) {
    try {
      release.await();
      return response;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static UpstreamRequest query(String text) {
    return UpstreamRequest.json(
        "query", "POST", URI.create("http://upstream/q"), text.getBytes(), true);
  }
}
