package dev.onboarding.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.agentkit.McpToolServers;
import dev.onboarding.agentkit.ToolServerProperties;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.CallContext;
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

/// The agent as it is started, called over MCP, with a stand-in for the ERP's server.
class FinanceAgentContractTests {

  private static NetSuiteStandIn netsuite;
  private static ConfigurableApplicationContext agent;
  private static McpToolServers tools;

  @BeforeAll
  static void start() {
    netsuite = new NetSuiteStandIn();
    agent =
        FinanceAgentApplication.builder()
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestPostgres.newDatabase(),
                "--onboarding.tools.servers.netsuite=" + netsuite.endpoint());
    tools =
        new McpToolServers(
            new ToolServerProperties(
                Map.of("finance", endpoint()), Duration.ofSeconds(20), Duration.ofSeconds(2)),
            EdgeJson.mapper(),
            Clock.systemUTC(),
            "tester");
  }

  @AfterAll
  static void stop() {
    tools.close();
    agent.close();
    netsuite.close();
  }

  @Test
  void assessesOneAccountAndPassesItsContextOn() throws Exception {
    var context = new CallContext("run-7", "corr-7", null, null);

    JsonNode answer = context.call(() -> assess("[" + account("001000000000001AAA") + "]"));

    JsonNode assessment = answer.at("/assessments/0/assessment");
    assertThat(assessment.at("/domain").asString()).isEqualTo("invoice");
    assertThat(assessment.at("/outcome").asString()).isEqualTo("JUDGED");
    assertThat(assessment.at("/findings/0/days_overdue").asInt()).isEqualTo(15);
    assertThat(assessment.at("/findings/0/due").asString()).isEqualTo("2030-05-31");
    assertThat(assessment.at("/findings/0/total/amount").asDouble()).isEqualTo(100);
    assertThat(assessment.at("/findings/0/total/currency").asString()).isEqualTo("USD");
    assertThat(assessment.at("/findings/0/evidence/0/tool").asString())
        .isEqualTo("netsuite_list_account_invoices");
    assertThat(NetSuiteStandIn.CONTEXTS)
        .anySatisfy(c -> {
          assertThat(c.run()).isEqualTo("run-7");
          assertThat(c.correlation()).isEqualTo("corr-7");
          assertThat(c.caller()).isEqualTo("finance-agent");
        });
  }

  @Test
  void reportsAThrottledSystemAsThrottled() {
    JsonNode answer = assess("[" + account(NetSuiteStandIn.THROTTLED) + "]");

    JsonNode failure = answer.at("/assessments/0/assessment/failure");
    assertThat(answer.at("/assessments/0/assessment/outcome").asString()).isEqualTo("FAILED");
    assertThat(failure.at("/error_type").asString()).isEqualTo("rate_limit");
    assertThat(failure.at("/error_code").asString()).isEqualTo("CONCURRENCY_LIMIT_EXCEEDED");
    assertThat(failure.at("/http_status").asInt()).isEqualTo(429);
    assertThat(failure.at("/resolution").asString()).isNotBlank();
    assertThat(failure.at("/owner").asString()).isEqualTo("Integration Admin");
  }

  @Test
  void answersForEachAccountOfABatchByItself() {
    JsonNode answer =
        assess(
            "[%s,%s,%s]"
                .formatted(
                    account("001000000000001AAA"),
                    account(NetSuiteStandIn.THROTTLED),
                    account("nonsense")));

    assertThat(answer.at("/assessments").findValuesAsString("outcome"))
        .containsExactly("JUDGED", "FAILED", "FAILED");
    assertThat(answer.at("/assessments/2/account_id").asString()).isEqualTo("nonsense");
    assertThat(answer.at("/assessments/2/assessment/failure/error_code").asString())
        .isEqualTo("INVALID_ACCOUNT_ID");
  }

  @Test
  void namesWhatIsWrongWithTheArguments() {
    assertThat(refusal("[]").message()).contains("accounts is empty");
    assertThat(refusal("'all'").message()).contains("accounts");
    assertThat(refusal("[{'account_id':7,'account_name':'A','today':'2030-01-01'}]").message())
        .contains("account_id");
    assertThat(refusal("[{'account_id':'001000000000001AAA','account_name':'A'}]").message())
        .contains("today");
    assertThat(
            refusal("[{'account_id':'001000000000001AAA','account_name':'A','today':'soon'}]")
                .message())
        .contains("accounts");
  }

  @Test
  void advisesOnWhatItAssessedAndSaysThatNoModelIsConfigured() {
    JsonNode account = EdgeJson.mapper().readTree(account("001000000000001AAA").replace('\'', '"'));
    JsonNode finding =
        assess("[" + account("001000000000001AAA") + "]")
            .at("/assessments/0/assessment/findings/0");

    JsonNode given = advise(Map.of("account", account, "finding", finding));
    JsonNode read = advise(Map.of("account", account));

    assertThat(given).isEqualTo(read);
    assertThat(given.path("account_id").asString()).isEqualTo("001000000000001AAA");
    assertThat(given.at("/advice/origin/source").asString()).isEqualTo("fallback");
    assertThat(given.at("/advice/origin/because").asString()).isEqualTo("not_configured");
  }

  private static JsonNode advise(Object arguments) {
    return tools.call("finance", "finance_advise", arguments, JsonNode.class).value();
  }

  @Test
  void listsWhatTheGoldenFileSays() throws Exception {
    ToolContract.assertMatches(endpoint(), Path.of("contract/tools.json"));
  }

  private static Failure refusal(String accounts) {
    return catchThrowableOfType(FailureException.class, () -> assess(accounts)).failure();
  }

  private static JsonNode assess(String accounts) {
    JsonNode arguments =
        EdgeJson.mapper().readTree("{\"accounts\":%s}".formatted(accounts.replace('\'', '"')));
    return tools.call("finance", "finance_assess", arguments, JsonNode.class).value();
  }

  private static String account(String id) {
    return "{'account_id':'%s','account_name':'Acme','today':'2030-06-15'}".formatted(id);
  }

  private static URI endpoint() {
    int port = ((ServletWebServerApplicationContext) agent).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + "/mcp");
  }
}
