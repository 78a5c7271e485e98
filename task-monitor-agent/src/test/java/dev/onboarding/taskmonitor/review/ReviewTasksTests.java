package dev.onboarding.taskmonitor.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.taskmonitor.reminder.Reminder;
import dev.onboarding.taskmonitor.review.StandInServers.Asked;
import dev.onboarding.testkit.SettableClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReviewTasksTests {

  private static final String ONE = "001000000000001AAA";
  private static final String TWO = "001000000000002AAA";
  private static final Instant NOW = Instant.parse("2030-06-15T23:30:00Z");

  @Test
  void asksForTheTasksThatAreLateNow() {
    var servers = new StandInServers(_ -> page(null));

    review(servers, null, null);

    assertThat(servers.asked)
        .containsExactly(
            new Asked(
                "provisioning",
                "tasks_get_overdue",
                json("{'as_of_date':'2030-06-15T23:30:00Z','limit':2}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-05-09", "2031-05-09T08:00:00Z"})
  void asksForTheMomentThatIsGiven(String asOf) {
    var servers = new StandInServers(_ -> page(null));

    review(servers, asOf, null);

    assertThat(servers.asked.getFirst().arguments().get("as_of_date").asString()).isEqualTo(asOf);
  }

  @Test
  void readsEveryPage() {
    var servers =
        new StandInServers(asked ->
            switch (asked.arguments().path("cursor").asString("")) {
              case "" -> page("second", task("t1", ONE), task("t2", ONE));
              case "second" -> page("third", task("t3", TWO));
              default -> page(null, task("t4", TWO));
            });

    TaskReview review = review(servers, null, null);

    assertThat(review.reviewed()).isEqualTo(4);
    assertThat(review.reminders())
        .extracting(Reminder::taskId)
        .containsExactly("t1", "t2", "t3", "t4");
    assertThat(review.reminders().getFirst().escalated()).isTrue();
  }

  @Test
  void looksAtOneAccountWhenOneIsGiven() {
    var servers = new StandInServers(_ -> page(null, task("t1", ONE), task("t2", TWO)));

    TaskReview review = review(servers, null, TWO.substring(0, 15));

    assertThat(review.reviewed()).isOne();
    assertThat(review.reminders()).extracting(Reminder::taskId).containsExactly("t2");
  }

  @Test
  void givesTheSameKeysWhenAskedAgainOnTheSameDay() {
    var servers = new StandInServers(_ -> page(null, task("t1", ONE)));

    assertThat(review(servers, null, null)).isEqualTo(review(servers, null, null));
  }

  @Test
  void givesNoPartOfAReviewThatCouldNotBeFinished() {
    Failure down = Failure.of(ErrorType.NETWORK, "CONNECT_TIMEOUT", null, "Not reachable.");
    var servers =
        new StandInServers(
            asked -> asked.arguments().has("cursor") ? failing(down) : page("2", task("t", ONE)));

    assertThat(refusal(servers, null, null)).isEqualTo(down);
  }

  @Test
  void givesUpRatherThanReadForEver() {
    var servers = new StandInServers(_ -> page("again", task("t1", ONE)));

    assertThat(refusal(servers, null, null).errorCode()).isEqualTo("TOO_MANY_OVERDUE_TASKS");
    assertThat(servers.asked).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "2031-02-30", "09.05.2031", "2031-05-09T08:00"})
  void namesAMomentThatIsNone(String asOf) {
    var servers = new StandInServers(_ -> page(null));

    Failure refusal = refusal(servers, asOf, null);

    assertThat(refusal.errorCode()).isEqualTo("INVALID_AS_OF");
    assertThat(refusal.message()).contains("'" + asOf + "'");
    assertThat(servers.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACME 1", "ACME-001", ""})
  void namesAnAccountThatIsNone(String account) {
    Failure refusal = refusal(new StandInServers(_ -> page(null)), null, account);

    assertThat(refusal.errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(refusal.message()).contains("'" + account + "'");
  }

  private static Failure refusal(
      StandInServers servers, @Nullable String asOf, @Nullable String account) {
    return catchThrowableOfType(FailureException.class, () -> review(servers, asOf, account))
        .failure();
  }

  private static TaskReview review(
      StandInServers servers, @Nullable String asOf, @Nullable String account) {
    var properties = new ReviewProperties(3, 2, 5);
    return new ReviewTasks(
            new ReadOverdueTasks(servers, properties), properties, SettableClock.at(NOW))
        .of(asOf, account);
  }

  private static String failing(Failure failure) {
    throw new FailureException(failure);
  }

  private static String task(String id, String account) {
    return "{'task_id':'%s','tenant_id':'x','account_id':'%s','code':'c','title':'T','owner':'cs_team','status':'OPEN','due_date':'2030-06-10','days_late':5,'blocked':false,'new':1}"
        .formatted(id, account);
  }

  private static String page(@Nullable String next, String... tasks) {
    return "{'tasks':[%s]%s}"
        .formatted(
            String.join(",", tasks), next == null ? "" : ",'next_cursor':'%s'".formatted(next))
        .replace('\'', '"');
  }

  private static JsonNode json(String text) {
    return EdgeJson.mapper().readTree(text.replace('\'', '"'));
  }
}
