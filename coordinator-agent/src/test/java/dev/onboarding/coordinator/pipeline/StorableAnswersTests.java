package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.FakeToolServers;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class StorableAnswersTests {

  private final FakeToolServers servers = new FakeToolServers(Clock.systemUTC());
  private final StorableAnswers answers = new StorableAnswers(servers, EdgeJson.mapper());

  private record Named(String name, List<String> others) {}

  @Test
  void replaceEveryNulAndNothingElse() {
    servers.on(
        "read", asked -> Map.of("name", "Acme\u0000 \n Größe", "others", List.of("a", "\u0000b")));

    var answer = answers.call("any", "read", Map.of(), Named.class);

    assertThat(answer.value()).isEqualTo(new Named("Acme\ufffd \n Größe", List.of("a", "\ufffdb")));
    assertThat(answer.digest()).isEqualTo("digest");
    assertThat(answer.server()).isEqualTo("any/fake");
  }

  @Test
  void replaceItInNamesOfFieldsToo() {
    servers.on("read", asked -> Map.of("a\u0000", Map.of("b\u0000", 1)));

    var answer =
        answers.call(
            "any", "read", Map.of(), new TypeReference<Map<String, Map<String, Integer>>>() {});

    assertThat(answer.value()).isEqualTo(Map.of("a\ufffd", Map.of("b\ufffd", 1)));
  }

  @Test
  void replaceItInAFailureAndKeepWhatElseItSays() {
    servers.failBefore(
        "read",
        new FailureException(
            Failure.of(ErrorType.RATE_LIMIT, "SLOW", 429, "Later,\u0000 please"),
            Duration.ofSeconds(7),
            null));

    assertThatThrownBy(() -> answers.call("any", "read", Map.of(), Named.class))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> {
              assertThat(failed.failure().message()).isEqualTo("Later,\ufffd please");
              assertThat(failed.failure().errorCode()).isEqualTo("SLOW");
              assertThat(failed.retryAfter()).contains(Duration.ofSeconds(7));
            });
  }

  @Test
  void failWhenTheyCannotBeRead() {
    servers.on("read", asked -> Map.of("others", "no list"));

    assertThatThrownBy(() -> answers.call("any", "read", Map.of(), Named.class))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> assertThat(failed.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER"));
  }
}
