package dev.onboarding.coordinator.intake;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.RunningCoordinator;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class IntakeLimitsTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void turnsASourceAwayThatAsksTooOftenButAnswersWhatItKnows() {
    for (int i = 0; i < 3; i++) {
      assertThat(send("hasty", "hasty-" + i).statusCode()).isEqualTo(202);
    }

    var refused = send("hasty", "hasty-3");
    WebhookTests.assertProblem(refused, 429, "rate-limited");
    assertThat(retryAfter(refused)).isBetween(1L, 60L);
    assertThat(tree(refused).path("detail").asString()).contains("'hasty'", "Come again in");
    assertThat(send("hasty", "hasty-1").statusCode()).isEqualTo(202);
    assertThat(send("salesforce", "not-hasty").statusCode()).isEqualTo(202);
    assertThat(stored("hasty-3")).isZero();
  }

  @Test
  void keepsNobodyWaitingForAStoreThatDoesNotAnswer() throws SQLException {
    HttpResponse<String> answer;
    Duration took;
    try (var other = coordinator.bean(DataSource.class).getConnection()) {
      other.setAutoCommit(false);
      try (var frozen = other.createStatement()) {
        frozen.execute("lock table coordinator.trigger_event in access exclusive mode");
        var asked = Instant.now();
        answer = send("salesforce", "frozen-1");
        took = Duration.between(asked, Instant.now());
      } finally {
        other.rollback();
      }
    }

    WebhookTests.assertProblem(answer, 503, "store-unavailable");
    assertThat(retryAfter(answer)).isPositive();
    assertThat(took).isLessThan(Duration.ofSeconds(20));
    assertThat(send("salesforce", "frozen-1").statusCode()).isEqualTo(202);
    assertThat(stored("frozen-1")).isEqualTo(1);
  }

  private HttpResponse<String> send(String source, String event) {
    return coordinator.webhook(
        json(
            Map.of(
                "source",
                source,
                "event_id",
                event,
                "account_id",
                "W-" + event,
                "timestamp",
                coordinator.clock.instant().toString())));
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
  }

  private long stored(String event) {
    return coordinator
        .jdbc()
        .sql("select count(*) from coordinator.trigger_event where event_id = ?")
        .param(event)
        .query(Long.class)
        .single();
  }
}
