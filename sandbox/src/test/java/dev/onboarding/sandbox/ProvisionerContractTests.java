package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProvisionerContractTests {

  private static final String ROOT = "/provisioner/v2";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("sandbox-broker:sandbox-broker-secret".getBytes());

  @Test
  void offersOneServiceWithAPlanForEachTier() throws IOException {
    JsonNode service = send("GET", "/catalog", "").json().path("services").path(0);

    assertThat(service.path("name").asString()).isEqualTo("tenant");
    assertThat(service.path("plans").valueStream().map(plan -> plan.path("name").asString()))
        .containsExactly("enterprise", "growth", "starter");
  }

  @Test
  void refusesACallerWithoutPasswordOrVersion() throws IOException {
    Reply stranger = WIRE.get(ROOT + "/catalog", "X-Broker-API-Version", "2.17");
    Reply unversioned = WIRE.get(ROOT + "/catalog", "Authorization", BASIC);
    Reply ancient =
        WIRE.get(ROOT + "/catalog", "Authorization", BASIC, "X-Broker-API-Version", "1.0");

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(unversioned.status()).isEqualTo(412);
    assertThat(ancient.status()).isEqualTo(412);
    assertThat(unversioned.json().has("description")).isTrue();
  }

  @Test
  void makesOneTenantForOneIdHoweverOftenItIsAsked() throws IOException {
    String id = UUID.randomUUID().toString();

    Reply first = order(id, "ACME-001", "growth", "");
    Reply again = order(id, "ACME-001", "growth", "");
    Reply other = order(id, "ACME-001", "starter", "");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(409);
    assertThat(tenant(id).path("account").asString()).isEqualTo("ACME-001");
    assertThat(tenant(id).path("plan").asString()).isEqualTo("growth");
  }

  @Test
  void worksOnATenantLaterWhereTheStorySaysSo() throws IOException {
    String id = UUID.randomUUID().toString();

    assertThat(order(id, "PROVISION-ASYNC", "growth", "").status()).isEqualTo(422);
    Reply accepted = order(id, "PROVISION-ASYNC", "growth", "?accepts_incomplete=true");
    Reply again = order(id, "PROVISION-ASYNC", "growth", "?accepts_incomplete=true");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.json().has("operation")).isTrue();
    assertThat(again.status()).isEqualTo(202);
    assertThat(send("GET", "/service_instances/" + id, "").status()).isEqualTo(404);
    assertThat(state(id)).isEqualTo("in progress");
    assertThat(state(id)).isEqualTo("in progress");
    assertThat(state(id)).isEqualTo("succeeded");
    assertThat(send("GET", "/service_instances/" + id, "").status()).isEqualTo(200);
  }

  @Test
  void failsLaterWhereTheStorySaysSo() throws IOException {
    String id = UUID.randomUUID().toString();
    order(id, "PROVISION-FAILS", "growth", "?accepts_incomplete=true");
    state(id);

    assertThat(state(id)).isEqualTo("failed");
    assertThat(send("GET", "/service_instances/" + id, "").status()).isEqualTo(404);
  }

  @Test
  void issuesCredentialsOnceForABinding() throws IOException {
    String id = UUID.randomUUID().toString();
    order(id, "ACME-001", "enterprise", "");
    String path = "/service_instances/" + id + "/service_bindings/b1";

    Reply first = send("PUT", path, ids("enterprise"));
    Reply again = send("PUT", path, ids("enterprise"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(first.json().path("credentials").path("api_key").asString()).startsWith("key_");
    String unknown = "/service_instances/" + UUID.randomUUID() + "/service_bindings/b1";
    assertThat(send("PUT", unknown, ids("enterprise")).status()).isEqualTo(404);
  }

  @Test
  void suspendsThroughParametersAndRefusesAnotherPlan() throws IOException {
    String id = UUID.randomUUID().toString();
    order(id, "ACME-001", "enterprise", "");
    String service = service().path("id").asString();
    String suspended =
        "{\"service_id\":\"%s\",\"parameters\":{\"suspended\":true}}".formatted(service);

    Reply reply = send("PATCH", "/service_instances/" + id, suspended);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(tenant(id).path("suspended").asBoolean()).isTrue();
    assertThat(send("PATCH", "/service_instances/" + id, ids("starter")).status()).isEqualTo(400);
  }

  @Test
  void removesATenantOnce() throws IOException {
    String id = UUID.randomUUID().toString();
    order(id, "ACME-001", "enterprise", "");
    String path =
        "/service_instances/"
            + id
            + "?service_id="
            + service().path("id").asString()
            + "&plan_id="
            + plan("enterprise");

    assertThat(send("DELETE", "/service_instances/" + id, "").status()).isEqualTo(400);
    assertThat(send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(send("DELETE", path, "").status()).isEqualTo(410);
  }

  @Test
  void refusesAnOrderThatIsIncomplete() throws IOException {
    String path = "/service_instances/" + UUID.randomUUID();

    assertThat(send("PUT", path, "{}").status()).isEqualTo(400);
    assertThat(send("PUT", path, "no json").status()).isEqualTo(400);
    assertThat(send("PUT", path, ids("enterprise")).status()).isEqualTo(400);
  }

  private static String state(String id) throws IOException {
    return send("GET", "/service_instances/" + id + "/last_operation", "")
        .json()
        .path("state")
        .asString();
  }

  private static Reply order(String id, String account, String plan, String query)
      throws IOException {
    String body =
        ids(plan).replaceAll("}$", "")
            + ",\"organization_guid\":\"o\",\"space_guid\":\"s\",\"parameters\":{\"account_key\":\"%s\"}}"
                .formatted(account);
    return send("PUT", "/service_instances/" + id + query, body);
  }

  private static String ids(String plan) throws IOException {
    return "{\"service_id\":\"%s\",\"plan_id\":\"%s\"}"
        .formatted(service().path("id").asString(), plan(plan));
  }

  private static String plan(String name) throws IOException {
    return service()
        .path("plans")
        .valueStream()
        .filter(plan -> plan.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static JsonNode service() throws IOException {
    return send("GET", "/catalog", "").json().path("services").path(0);
  }

  private static JsonNode tenant(String id) throws IOException {
    return WIRE.get("/inspect/provisioner")
        .json()
        .path("effects")
        .valueStream()
        .filter(tenant -> tenant.path("instance_id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Reply send(String method, String path, String body) throws IOException {
    return WIRE.send(
        method, ROOT + path, body, "Authorization", BASIC, "X-Broker-API-Version", "2.17");
  }
}
