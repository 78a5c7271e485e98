package dev.onboarding.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultContractTests {

  private static final String DATA = "/salesforce/services/data/v66.0";
  private static final String POST = "/slack/api/chat.postMessage";

  private static final Sandbox SANDBOX = Sandbox.start(0, 0);
  private static final Wire WIRE = new Wire(SANDBOX);
  private static String bearer = "";

  @BeforeAll
  static void login() throws IOException {
    bearer =
        "Bearer "
            + WIRE.form(
                    "/salesforce/services/oauth2/token",
                    "grant_type=client_credentials&client_id=sandbox-salesforce&client_secret=sandbox-salesforce-secret")
                .json()
                .path("access_token")
                .asString();
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @AfterEach
  void clear() throws IOException {
    for (String system : List.of("salesforce", "netsuite", "docusign", "provisioner", "slack")) {
      assertThat(WIRE.send("DELETE", "/faults/" + system, "").status()).isEqualTo(204);
    }
  }

  @Test
  void refusesInEachVendorsOwnWords() throws IOException {
    assertThat(refused("salesforce", "throttled", DATA + "/limits"))
        .isEqualTo(
            "403 [{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");
    assertThat(refused("salesforce", "unauthorized", DATA + "/limits"))
        .contains("401", "INVALID_SESSION_ID");
    assertThat(refused("salesforce", "unavailable", DATA + "/limits"))
        .contains("503", "SERVER_UNAVAILABLE");
    assertThat(refused("netsuite", "throttled", "/netsuite/services/rest/query/v1/suiteql"))
        .contains("429", "CONCURRENCY_LIMIT_EXCEEDED", "o:errorDetails");
    assertThat(refused("docusign", "throttled", "/docusign/restapi/v2.1/accounts/a/envelopes"))
        .contains("400", "HOURLY_APIINVOCATION_LIMIT_EXCEEDED");
    assertThat(refused("docusign", "server_error", "/docusign/v1/accounts/a/agreements"))
        .contains("500", "\"code\":500");
    assertThat(refused("provisioner", "throttled", "/provisioner/v2/catalog"))
        .contains("429", "description");
    assertThat(refused("slack", "throttled", "/slack/api/auth.test"))
        .isEqualTo("429 {\"ok\":false,\"error\":\"ratelimited\"}");
    assertThat(refused("slack", "forbidden", "/slack/api/auth.test")).startsWith("200 ");
  }

  @Test
  void refusesTheHourlyLimitWithTheStatusThatIsAskedFor() throws IOException {
    plan("docusign", "{\"rules\":[{\"kind\":\"throttled\",\"status\":429}]}");

    assertThat(WIRE.get("/docusign/restapi/v2.1/accounts/a/envelopes").status()).isEqualTo(429);
  }

  @Test
  void strikesOnlyTheAccountThatIsNamedAndOnlySoOften() throws IOException {
    plan(
        "salesforce",
        "{\"rules\":[{\"kind\":\"server_error\",\"account\":\"GAMMA-003\",\"times\":1}]}");
    String id =
        WIRE.get("/accounts/GAMMA-003").json().path("ids").path("salesforce_account_id").asString();

    assertThat(account("External_Key__c", "ACME-001").status()).isEqualTo(200);
    assertThat(account("Id", id.substring(0, 15)).status()).isEqualTo(500);
    assertThat(account("External_Key__c", "GAMMA-003").status()).isEqualTo(200);
  }

  @Test
  void sparesTokenCallsUnlessTheirPathIsNamed() throws IOException {
    plan("salesforce", "{\"rules\":[{\"kind\":\"unavailable\"}]}");
    assertThat(WIRE.form("/salesforce/services/oauth2/token", "").status()).isEqualTo(400);

    plan(
        "salesforce",
        "{\"rules\":[{\"kind\":\"unavailable\",\"path_contains\":\"oauth2/token\"}]}");

    assertThat(WIRE.form("/salesforce/services/oauth2/token", "").status()).isEqualTo(503);
    assertThat(limits().status()).isEqualTo(200);
  }

  @Test
  void cutsTheConnectionInTheMiddleOfTheAnswer() throws IOException {
    plan("slack", "{\"rules\":[{\"kind\":\"cut\"}]}");

    assertThatThrownBy(() -> post("lost answer")).isInstanceOf(IOException.class);
    assertThat(WIRE.get("/inspect/slack").json().path("effects").toString())
        .contains("lost answer");
  }

  @Test
  void answersGarbage() throws IOException {
    plan("salesforce", "{\"rules\":[{\"kind\":\"garbage\"}]}");

    Reply reply = limits();

    assertThat(reply.status()).isEqualTo(200);
    assertThatThrownBy(reply::json).isInstanceOf(RuntimeException.class);
  }

  @Test
  void dribblesABodyAndDelaysACall() throws IOException {
    plan(
        "salesforce",
        "{\"latency_ms\":60,\"rules\":[{\"kind\":\"latency\",\"latency_ms\":60},{\"kind\":\"slow_body\"}]}");
    long start = System.nanoTime();

    Reply reply = limits();

    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(reply.json().path("DailyApiRequests").path("Max").asInt()).isEqualTo(100000);
    assertThat(millis).isGreaterThan(120 + 50 * (reply.body().length() / 8));
  }

  @Test
  void takesEffectBeforeItRefusesWhenAskedTo() throws IOException {
    plan("slack", "{\"rules\":[{\"kind\":\"server_error\",\"after\":true}]}");

    assertThat(post("done all the same").status()).isEqualTo(500);
    assertThat(WIRE.get("/inspect/slack").json().path("effects").toString())
        .contains("done all the same");
  }

  @Test
  void fallsTheSameWayForTheSameSeed() throws IOException {
    List<Integer> first = statuses(7);
    List<Integer> again = statuses(7);
    List<Integer> other = statuses(8);

    assertThat(again).isEqualTo(first).contains(200, 503);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void limitsConcurrentCallsOfNetSuite() throws Exception {
    plan("netsuite", "{\"latency_ms\":300,\"limit\":2}");
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> WIRE.send("POST", "/netsuite/services/rest/query/v1/suiteql", "{}").status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        statuses.add(answer.get());
      }
    }

    assertThat(statuses).contains(429, 401);
    assertThat(statuses.stream().filter(status -> status == 401).count()).isEqualTo(2);
  }

  @Test
  void limitsTheCallsOfADay() throws IOException {
    plan("salesforce", "{\"limit\":1}");
    limits();

    Reply reply = limits();

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("Sforce-Limit-Info")).contains("api-usage=1/1");
  }

  @Test
  void showsThePlanThatIsInForce() throws IOException {
    plan("slack", "{\"seed\":3,\"rules\":[{\"kind\":\"cut\",\"probability\":0.5}]}");

    assertThat(WIRE.get("/faults/slack").body())
        .isEqualTo("{\"seed\":3,\"rules\":[{\"kind\":\"cut\",\"probability\":0.5}]}");
  }

  private static List<Integer> statuses(int seed) throws IOException {
    plan(
        "salesforce",
        "{\"seed\":%d,\"rules\":[{\"kind\":\"unavailable\",\"probability\":0.5}]}".formatted(seed));
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < 20; i++) {
      statuses.add(limits().status());
    }
    return statuses;
  }

  private static String refused(String system, String kind, String path) throws IOException {
    plan(system, "{\"rules\":[{\"kind\":\"%s\"}]}".formatted(kind));
    Reply reply = WIRE.send("POST", path, "{}");
    return reply.status() + " " + reply.body();
  }

  private static void plan(String system, String plan) throws IOException {
    Reply reply = WIRE.send("PUT", "/faults/" + system, plan);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }

  private static Reply account(String field, String value) throws IOException {
    String soql = "SELECT Name FROM Account WHERE " + field + " = '" + value + "'";
    return WIRE.get(DATA + "/query?q=" + Wire.encoded(soql), "Authorization", bearer);
  }

  private static Reply limits() throws IOException {
    return WIRE.get(DATA + "/limits", "Authorization", bearer);
  }

  private static Reply post(String text) throws IOException {
    return WIRE.send(
        "POST",
        POST,
        "{\"channel\":\"#cs-onboarding\",\"text\":\"" + text + "\"}",
        "Authorization",
        "Bearer xoxb-sandbox");
  }
}
