package dev.onboarding.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.run.LaxerModeException;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class ProblemsTests {

  private static final int LINES_PER_MINUTE = 20;

  private final SettableClock clock = SettableClock.at(Instant.EPOCH);
  private final Problems problems = new Problems(new Refusals(new SimpleMeterRegistry()), clock);

  @Test
  void asksToComeAgainOnlyWhenThatCanHelp() {
    var gone = problems.store(new DataAccessResourceFailureException("The connection is lost"));
    var unstorable =
        problems.store(
            new DataIntegrityViolationException("No", new SQLException("0x00", "22021")));

    assertThat(gone.getStatusCode().value()).isEqualTo(503);
    assertThat(unstorable.getStatusCode().value()).isEqualTo(500);
  }

  @Test
  void asksToStayAwayAboutAsLongAsTheStoreHasBeenGone() {
    assertThat(retryAfter()).isEqualTo("1");
    clock.advance(Duration.ofMillis(7_200));
    assertThat(retryAfter()).isEqualTo("8");
    clock.advance(Duration.ofSeconds(50));
    assertThat(retryAfter()).isEqualTo("30");
    clock.advance(Duration.ofMinutes(2));
    assertThat(retryAfter()).isEqualTo("1");
  }

  private String retryAfter() {
    return problems
        .store(new DataAccessResourceFailureException("The connection is lost"))
        .getHeaders()
        .getFirst("Retry-After");
  }

  @Test
  void namesBothModesWhenOneIsTooLax() {
    var refused = problems.tooLax(new LaxerModeException(Mode.ACT, Mode.APPROVE_ALL));

    assertThat(refused.getStatusCode().value()).isEqualTo(403);
    assertThat(refused.getBody().detail()).contains("'act'", "'approve-all'");
  }

  @Test
  void logsDefectsAtABoundedRate() {
    assertThat(
            logged(() -> {
              for (int i = 0; i < 60; i++) {
                problems.other(new IllegalStateException("A defect"));
              }
            }))
        .hasSize(LINES_PER_MINUTE);
  }

  @Test
  void logsRefusedRequestsAtABoundedRateWhateverIsWrongWithThem() {
    var coordinator = RunningCoordinator.shared();

    var lines =
        logged(() -> {
          for (int i = 0; i < 15; i++) {
            coordinator.get("/api/runs?size=abc");
            coordinator.get("/nothing/" + i);
            coordinator.get("/demo/run-all");
            coordinator.webhook("{");
          }
        });

    assertThat(lines).hasSizeLessThanOrEqualTo(LINES_PER_MINUTE);
    assertThat(lines)
        .extracting(ILoggingEvent::getLoggerName)
        .allMatch(Refusals.class.getName()::equals);
  }

  /// Warnings and errors of this package and of the framework, while the work is done.
  private static List<ILoggingEvent> logged(Runnable work) {
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    var loggers = List.of("dev.onboarding.coordinator.http", "org.springframework", "org.apache");
    loggers.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).addAppender(appender));
    try {
      work.run();
    } finally {
      loggers.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).detachAppender(appender));
    }
    return List.copyOf(appender.list);
  }
}
