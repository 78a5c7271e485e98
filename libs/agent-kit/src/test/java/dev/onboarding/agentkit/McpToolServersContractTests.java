package dev.onboarding.agentkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.agentkit.EchoServer.Echo;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Calls between two of our own processes, over the real transport.
class McpToolServersContractTests {

  private static EchoServer server;

  @BeforeAll
  static void start() {
    server = new EchoServer(0);
  }

  @AfterAll
  static void stop() {
    EchoServer.GATE.countDown();
    server.close();
  }

  @Test
  void carriesRunCorrelationAndCallerAndBringsBackTheProvenance() throws Exception {
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(10))) {
      var context = new CallContext("run-1", "corr-1", null, null);

      ToolAnswer<Echo> answer =
          context.call(
              () -> tools.call("echo", "echo_say", Map.of("account_id", "001"), Echo.class));

      assertThat(answer.value()).isEqualTo(new Echo("001", "run-1", "corr-1", "tester"));
      assertThat(answer.call()).isNotNull();
      assertThat(answer.digest()).startsWith("sha256:");
      assertThat(answer.server()).isEqualTo("echo/1");
      assertThat(answer.evidence("echo", "Echo 001").tool()).isEqualTo("echo_say");
    }
  }

  @Test
  void passesTheServersOwnFailureOn() {
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(10))) {
      FailureException failure = failure(tools, "echo_fail");

      assertThat(failure.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
      assertThat(failure.failure().errorCode()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
      assertThat(failure.failure().httpStatus()).isEqualTo(403);
    }
  }

  @Test
  void reportsAServerThatIsAwayAndUsesItAgainWhenItIsBack() {
    var first = new EchoServer(0);
    int port = first.port();
    try (var tools = tools(first.endpoint(), Duration.ofSeconds(10))) {
      tools.call("echo", "echo_say", Map.of("account_id", "1"), Echo.class);
      first.close();

      FailureException away =
          catchThrowableOfType(
              FailureException.class,
              () -> tools.call("echo", "echo_say", Map.of("account_id", "2"), Echo.class));
      assertThat(away.failure().errorCode()).isIn("SERVER_UNREACHABLE", "SERVER_ANSWER_LOST");

      try (var _ = new EchoServer(port)) {
        assertThat(
                tools
                    .call("echo", "echo_say", Map.of("account_id", "3"), Echo.class)
                    .value()
                    .accountId())
            .isEqualTo("3");
      }
    }
  }

  @Test
  void callsAServerUnreachableWhenNothingListens() {
    try (var tools = tools(URI.create("http://127.0.0.1:1/mcp"), Duration.ofSeconds(5))) {
      assertThat(failure(tools, "echo_say").failure().errorCode()).isEqualTo("SERVER_UNREACHABLE");
    }
  }

  @Test
  void callsALateAnswerIndeterminate() {
    try (var tools = tools(server.endpoint(), Duration.ofMillis(300))) {
      FailureException late = failure(tools, "echo_wait");

      assertThat(late.failure().errorType()).isEqualTo(ErrorType.INDETERMINATE);
      assertThat(late.failure().errorCode()).isEqualTo("SERVER_ANSWER_LOST");
    }
  }

  @Test
  void doesNotCallWhenTheDeadlineHasPassed() {
    try (var tools = tools(server.endpoint(), Duration.ofSeconds(5))) {
      var late = new CallContext(null, null, null, Clock.systemUTC().instant().minusSeconds(1));

      late.run(() ->
          assertThat(failure(tools, "echo_say").failure().errorCode())
              .isEqualTo("DEADLINE_PASSED"));
    }
  }

  private static FailureException failure(ToolServers tools, String tool) {
    return catchThrowableOfType(
        FailureException.class, () -> tools.call("echo", tool, Map.of(), Echo.class));
  }

  private static McpToolServers tools(URI endpoint, Duration timeout) {
    var properties =
        new ToolServerProperties(Map.of("echo", endpoint), timeout, Duration.ofSeconds(2));
    return new McpToolServers(properties, EdgeJson.mapper(), Clock.systemUTC(), "tester");
  }
}
