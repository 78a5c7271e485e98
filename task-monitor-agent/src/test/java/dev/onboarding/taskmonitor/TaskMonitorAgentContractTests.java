package dev.onboarding.taskmonitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.agentkit.McpToolServers;
import dev.onboarding.agentkit.ToolServerProperties;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.TestPostgres;
import dev.onboarding.testkit.ToolContract;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// The agent as it is started, called over MCP, with a stand-in for the keeper of tasks.
class TaskMonitorAgentContractTests {

  private static ProvisioningStandIn provisioning;
  private static ConfigurableApplicationContext agent;
  private static McpToolServers tools;

  @BeforeAll
  static void start() {
    provisioning = new ProvisioningStandIn();
    agent =
        TaskMonitorAgentApplication.builder()
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--onboarding.tools.servers.provisioning=" + provisioning.endpoint());
    tools =
        new McpToolServers(
            new ToolServerProperties(
                Map.of("task-monitor", endpoint()), Duration.ofSeconds(20), Duration.ofSeconds(2)),
            EdgeJson.mapper(),
            Clock.systemUTC(),
            "tester");
  }

  @AfterAll
  static void stop() {
    tools.close();
    agent.close();
    provisioning.close();
  }

  @Test
  void saysWhoMustBeRemindedOfWhat() {
    JsonNode review = review(Map.of("as_of", "2030-06-15T08:00:00Z"));

    assertThat(review.at("/reviewed").asInt()).isEqualTo(3);
    assertThat(review.at("/reminders/0").toString())
        .isEqualTo(
            EdgeJson.mapper()
                .readTree(
                    """
                    {"key":"t1:2030-06-15","task_id":"t1","tenant_id":"tenant-1",
                     "account_id":"001000000000001AAA","account_name":"Acme","task_code":"code",
                     "title":"Title","owner":"cs_team","recipient":"cs_team",
                     "due_date":"2030-06-11","days_late":4,"escalated":true}
                    """)
                .toString());
    assertThat(review.at("/reminders").findValuesAsString("task_id")).containsExactly("t1", "t3");
    assertThat(review.at("/reminders/1/recipient").asString()).isEqualTo("customer");
    assertThat(review.at("/reminders/1/recipient_email").asString()).isEqualTo("ada@acme.example");
    assertThat(review.at("/reminders/1/escalated").asBoolean(true)).isFalse();
  }

  @Test
  void reviewsNowWhenNothingIsSaid() {
    assertThat(review(Map.of()).at("/reviewed").asInt()).isEqualTo(3);
    assertThat(review(Map.of("account_id", "001000000000002AAA")).at("/reviewed").asInt(-1))
        .isZero();
  }

  @Test
  void passesTheKeepersFailureOn() {
    Failure failure = refusal(Map.of("as_of", ProvisioningStandIn.AWAY));

    assertThat(failure.errorCode()).isEqualTo("DATABASE_AWAY");
    assertThat(failure.httpStatus()).isEqualTo(503);
  }

  @Test
  void namesWhatIsWrongWithTheArguments() {
    assertThat(refusal(Map.of("as_of", "soon")).errorCode()).isEqualTo("INVALID_AS_OF");
    assertThat(refusal(Map.of("as_of", 7)).message()).contains("as_of");
    assertThat(refusal(Map.of("account_id", "a b")).errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(refusal(Map.of("account", "x")).message()).contains("account");
  }

  @Test
  void listsWhatTheGoldenFileSays() throws Exception {
    ToolContract.assertMatches(endpoint(), Path.of("contract/tools.json"));
  }

  private static Failure refusal(Map<String, ?> arguments) {
    return catchThrowableOfType(FailureException.class, () -> review(arguments)).failure();
  }

  private static JsonNode review(Map<String, ?> arguments) {
    return tools.call("task-monitor", "task_monitor_review", arguments, JsonNode.class).value();
  }

  private static URI endpoint() {
    int port = ((ServletWebServerApplicationContext) agent).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + "/mcp");
  }
}
