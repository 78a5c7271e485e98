package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ControlContractTests {

  @Test
  void listsEveryAccountWithItsStoryAndDecision() throws IOException {
    JsonNode list = WIRE.get("/accounts").json();

    assertThat(list.path(0).path("key").asString()).isEqualTo("ACME-001");
    assertThat(list.path(0).path("salesforce_id").asString()).startsWith("001").hasSize(18);
    assertThat(list.valueStream().map(account -> account.path("decision").asString()))
        .allMatch(decision -> decision.matches("PROCEED|ESCALATE|BLOCK"));
    assertThat(list.valueStream().map(account -> account.path("key").asString()))
        .contains("BETA-002", "GAMMA-003", "DELETED-004", "MISSING-999");
  }

  @Test
  void tellsTheStoryOfAnAccountUnderAnotherKey() throws IOException {
    Reply added = WIRE.send("PUT", "/accounts/COPY-1", "{\"like\":\"GAMMA-003\",\"amount\":99}");
    JsonNode copy = WIRE.get("/accounts/COPY-1").json();

    assertThat(added.status()).isEqualTo(201);
    assertThat(copy.path("decision").asString()).isEqualTo("ESCALATE");
    assertThat(copy.path("invoices").path(0).path("due").asString()).isEqualTo("-25d");
    assertThat(copy.path("invoices").path(0).path("net").asInt()).isEqualTo(99);
    assertThat(copy.path("ids").path("salesforce_account_id").asString())
        .isNotEqualTo(
            WIRE.get("/accounts/GAMMA-003")
                .json()
                .path("ids")
                .path("salesforce_account_id")
                .asString());
  }

  @Test
  void tellsTheSameStoryOfARangeOfAccounts() throws IOException {
    Reply told =
        WIRE.send(
            "POST",
            "/accounts",
            "{\"prefix\":\"MANY-\",\"first\":7,\"count\":3,\"story\":{\"like\":\"GAMMA-003\"}}");

    assertThat(told.status()).as(told.body()).isEqualTo(201);
    assertThat(told.json().valueStream().map(JsonNode::asString))
        .containsExactly("MANY-00007", "MANY-00008", "MANY-00009");
    assertThat(WIRE.get("/accounts/MANY-00009").json().path("decision").asString())
        .isEqualTo("ESCALATE");
  }

  @Test
  void takesBackWhatItGave() throws IOException {
    ObjectNode acme = (ObjectNode) WIRE.get("/accounts/CONTRACT-AMENDED").json();

    Reply reply = WIRE.send("PUT", "/accounts/COPY-2", acme.toString());

    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.json().path("agreements").size()).isEqualTo(2);
  }

  @Test
  void findsAnAccountByItsSalesforceIdOfEitherLength() throws IOException {
    String id =
        WIRE.get("/accounts/ACME-001").json().path("ids").path("salesforce_account_id").asString();

    assertThat(WIRE.get("/accounts/" + id).json().path("key").asString()).isEqualTo("ACME-001");
    assertThat(WIRE.get("/accounts/" + id.substring(0, 15)).json().path("key").asString())
        .isEqualTo("ACME-001");
  }

  @Test
  void refusesBadInputWithAReason() throws IOException {
    assertThat(put("/accounts/X", "no json")).contains("no JSON");
    assertThat(put("/accounts/X", "{\"decision\":\"MAYBE\"}")).contains("MAYBE");
    assertThat(put("/accounts/X", "{\"colour\":\"red\"}")).contains("colour");
    assertThat(put("/accounts/X", "{\"like\":\"NOBODY\"}")).contains("NOBODY");
    assertThat(put("/accounts/X", "{\"invoices\":[{\"due\":\"soon\"}]}")).contains("soon");
    assertThat(put("/accounts/X", "{\"customers\":[]}")).contains("customer 0 is billed");
    assertThat(put("/accounts/b%20d", "{}")).contains("no key");
    assertThat(put("/faults/salesforce", "{\"rules\":[{\"kind\":\"nonsense\"}]}"))
        .contains("nonsense");
    assertThat(put("/faults/salesforce", "{\"rules\":[{\"kind\":\"cut\",\"probability\":2}]}"))
        .contains("probability");
    assertThat(put("/faults/salesforce", "{\"latency\":2}")).contains("latency");
    assertThat(put("/faults/slack", "{\"limit\":2}")).contains("no limit");
    assertThat(WIRE.get("/accounts/NOBODY").status()).isEqualTo(404);
    assertThat(WIRE.get("/faults/sap").status()).isEqualTo(404);
    assertThat(WIRE.get("/inspect/sap").status()).isEqualTo(404);
    assertThat(WIRE.get("/keys/sap").status()).isEqualTo(404);
    assertThat(WIRE.send("DELETE", "/accounts", "{}").status()).isEqualTo(405);
    assertThat(WIRE.send("POST", "/accounts", "{\"count\":3}").body()).contains("needs prefix");
    assertThat(
            WIRE.send("POST", "/accounts", "{\"prefix\":\"X-\",\"count\":0,\"story\":{}}").body())
        .contains("count must be between 1 and");
  }

  @Test
  void recordsWhatReachedASystemAndForgetsItWhenTold() throws IOException {
    try (var own = Sandbox.start(0, 0)) {
      var wire = new Wire(own);
      wire.form(
          "/salesforce/services/oauth2/token",
          "grant_type=client_credentials&client_secret=s3cret");
      wire.get("/salesforce/services/data/v66.0/limits", "X-Correlation-Id", "run-7");
      JsonNode seen = wire.get("/inspect/salesforce").json();
      wire.send("DELETE", "/inspect/salesforce", "");

      assertThat(seen.path("calls_total").asInt()).isEqualTo(2);
      assertThat(seen.path("token_calls").asInt()).isEqualTo(1);
      assertThat(seen.path("api_calls").asInt()).isEqualTo(1);
      assertThat(seen.path("calls").path(0).path("token_call").asBoolean()).isTrue();
      assertThat(seen.path("calls").path(1).path("correlation_id").asString()).isEqualTo("run-7");
      assertThat(seen.path("calls").path(1).path("status").asInt()).isEqualTo(401);
      assertThat(seen.toString()).doesNotContain("s3cret");
      assertThat(wire.get("/inspect/salesforce").json().path("count").asInt()).isZero();
    }
  }

  @Test
  void countsExactlyWhileItKeepsOnlyTheLastCalls() throws IOException {
    try (var own = Sandbox.start(0, 0, "sandbox.calls-kept=2")) {
      var wire = new Wire(own);
      for (int i = 0; i < 5; i++) {
        wire.get("/slack/api/x" + i);
      }
      JsonNode seen = wire.get("/inspect/slack").json();

      assertThat(seen.path("count").asInt()).isEqualTo(5);
      assertThat(seen.path("calls").size()).isEqualTo(2);
      assertThat(seen.path("calls").path(1).path("path").asString()).isEqualTo("/api/x4");
    }
  }

  @Test
  void keepsItsKeysInAFolderWhenToldTo(@TempDir Path folder) throws IOException {
    String setting = "sandbox.keys.folder=" + folder.resolve("keys");
    String before;
    try (var own = Sandbox.start(0, 0, setting)) {
      before = new Wire(own).get("/keys/netsuite-ec").body();
    }
    try (var own = Sandbox.start(0, 0, setting)) {
      assertThat(new Wire(own).get("/keys/netsuite-ec").body())
          .isEqualTo(before)
          .startsWith("-----BEGIN PRIVATE KEY-----");
    }
    assertThat(WIRE.get("/keys/netsuite-ec").body()).isNotEqualTo(before);
  }

  @Test
  void tellsItsHealthAndItsCounts() throws IOException {
    WIRE.get("/slack/api/auth.test");

    assertThat(WIRE.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(WIRE.get("/actuator/prometheus").body())
        .containsPattern("sandbox_calls_total\\{system=\"slack\",kind=\"api\"} [1-9]");
  }

  @Test
  void showsAPageWithEverythingEscaped() throws IOException {
    WIRE.send(
        "POST",
        "/slack/api/chat.postMessage",
        "{\"channel\":\"#cs-onboarding\",\"text\":\"<script>bad()</script>\"}",
        "Authorization",
        "Bearer xoxb-sandbox");

    Reply page = WIRE.get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body())
        .contains("ACME-001", "#cs-onboarding", "&lt;script&gt;bad()")
        .doesNotContain("<script>");
  }

  private static String put(String path, String body) throws IOException {
    Reply reply = WIRE.send("PUT", path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    return reply.json().path("error").asString();
  }
}
