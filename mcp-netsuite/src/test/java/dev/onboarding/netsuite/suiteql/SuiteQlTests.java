package dev.onboarding.netsuite.suiteql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteQlTests {

  private final List<UpstreamRequest> sent = new ArrayList<>();

  @Test
  void followsPagesUntilThereAreNoMore() {
    SuiteQl netSuite =
        answering(request ->
            request.uri().getQuery().contains("offset=0")
                ? Answers.page(true, "{\"id\":\"1\"}", "{\"id\":\"2\"}")
                : Answers.page(false, "{\"id\":\"3\"}"));

    List<Row> rows = netSuite.rows("read", "SELECT id");

    assertThat(rows).extracting(row -> row.text("id")).containsExactly("1", "2", "3");
    assertThat(sent)
        .extracting(request -> request.uri().toString())
        .containsExactly(
            "https://netsuite.example/services/rest/query/v1/suiteql?limit=2&offset=0",
            "https://netsuite.example/services/rest/query/v1/suiteql?limit=2&offset=2");
  }

  @Test
  void asksTransientlyAndMayBeRepeated() {
    answering(_ -> Answers.page(false)).rows("read", "SELECT \"id\"");

    UpstreamRequest request = sent.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.idempotent()).isTrue();
    assertThat(request.headers()).containsEntry("Prefer", "transient");
    assertThat(request.body()).asString().isEqualTo("{\"q\":\"SELECT \\\"id\\\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{\"items\":{},\"hasMore\":false}",
        "{\"items\":[]}",
        "{\"items\":[],\"hasMore\":\"no\"}",
        "{\"items\":[7],\"hasMore\":false}",
        "{\"items\":[],\"hasMore\":true}",
        "<html>Sign in</html>",
        "{\"items\":[{\"id\":\"1\"",
        ""
      })
  void refusesWhatIsNoPage(String body) {
    SuiteQl netSuite = answering(_ -> Answers.of(200, body));

    assertThatThrownBy(() -> netSuite.rows("read", "SELECT id"))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER"));
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotEnd() {
    String[] rows = new String[1000];
    java.util.Arrays.fill(rows, "{\"id\":\"1\"}");
    UpstreamResponse full = Answers.page(true, rows);
    SuiteQl netSuite = answering(_ -> full);

    assertThatThrownBy(() -> netSuite.rows("read", "SELECT id"))
        .hasMessageContaining("more than 100,000 rows");
    assertThat(sent).hasSize(100);
  }

  private SuiteQl answering(Function<UpstreamRequest, UpstreamResponse> netSuite) {
    return new SuiteQl(
        request -> {
          sent.add(request);
          return netSuite.apply(request);
        },
        BaseAddress.of("NETSUITE_BASE_URL", "https://netsuite.example/"),
        2);
  }
}
