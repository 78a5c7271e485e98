package dev.onboarding.coordinator.operation;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What operators do with a running coordinator.
class OperationTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @AfterEach
  void everythingRunsAgain() {
    coordinator.post("/api/node/undrain", "");
    PausedUpstreams.KNOWN.forEach(name -> send("DELETE", "/api/upstreams/" + name + "/pause", ""));
  }

  @Test
  void letsRunsWaitForAPausedUpstreamAndGoOnAtOnceWhenItIsReleased() {
    coordinator.accounts.tell("PAUSE-1", Story.SOUND);
    var paused =
        send("PUT", "/api/upstreams/netsuite/pause", json(order("Ann", "Maintenance until noon")));
    assertThat(paused.statusCode()).as(paused.body()).isEqualTo(200);

    var run = accepted("PAUSE-1", "pause-1");
    var waiting =
        coordinator.until(run, state -> "WAITING_UPSTREAM".equals(state.path("state").asString()));

    assertThat(waiting.toString()).contains("NETSUITE_PAUSED", "Maintenance until noon");
    assertThat(upstream("netsuite").path("paused").asBoolean()).isTrue();
    assertThat(upstream("netsuite").path("by").asString()).isEqualTo("Ann (Petra Person)");
    assertThat(upstream("netsuite").path("waiting").asInt()).isEqualTo(1);
    assertThat(upstream("slack").path("paused").asBoolean()).isFalse();

    send("DELETE", "/api/upstreams/netsuite/pause?by=Ben&reason=It+is+back", "");

    assertThat(coordinator.resting(run).path("state").asString()).isEqualTo("COMPLETED");
    assertThat(upstream("netsuite").path("waiting").asInt()).isZero();
  }

  @Test
  void namesTheUpstreamsThereAreToWhoeverPausesAnother() {
    var refused = send("PUT", "/api/upstreams/oracle/pause", json(order("Ann", "Why not")));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(tree(refused).path("detail").asString())
        .contains("salesforce, netsuite, docusign, provisioner, slack, mail");
    assertThat(send("PUT", "/api/upstreams/mail/pause", json(order("Ann", " "))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void finishesWhatItHasInHandAndTakesNothingNewWhileItIsDrained() throws Exception {
    coordinator.accounts.tell("DRAIN-1", Story.SOUND);
    coordinator.accounts.tell("DRAIN-2", Story.SOUND);
    var meeting = new CyclicBarrier(2);
    coordinator.servers.meet("drain-1", meeting);
    var inHand = accepted("DRAIN-1", "drain-1");
    coordinator.until(inHand, state -> "GATHERING".equals(state.path("state").asString()));

    var drained = tree(coordinator.post("/api/node/drain", ""));
    assertThat(drained.path("draining").asBoolean()).isTrue();
    assertThat(drained.path("in_hand").asInt()).isPositive();
    assertThat(drained.path("since").asString()).isNotBlank();
    var refused = coordinator.webhook(coordinator.event("DRAIN-2", "drain-2"));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    var batch = coordinator.post("/api/runs:batch", "{\"account_ids\":[\"DRAIN-3\"]}");
    assertThat(batch.statusCode()).as(batch.body()).isEqualTo(503);
    assertThat(batch.headers().firstValue("Retry-After")).contains("5");
    assertThat(coordinator.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(coordinator.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

    meeting.await(10, TimeUnit.SECONDS);
    assertThat(coordinator.resting(inHand).path("state").asString()).isEqualTo("COMPLETED");

    var undrained = tree(coordinator.post("/api/node/undrain", ""));
    assertThat(undrained.path("draining").asBoolean()).isFalse();
    assertThat(coordinator.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(coordinator.rested("DRAIN-2", "drain-2").path("state").asString())
        .isEqualTo("COMPLETED");
  }

  @Test
  void losesNothingWhenOneOfTwoNodesStopsInTheMiddle() {
    List<String> runs = new ArrayList<>();
    try (var other = coordinator.anotherNode()) {
      assertThat(other.isActive()).isTrue();
      for (int i = 0; i < 20; i++) {
        coordinator.accounts.tell("ROLL-" + i, Story.SOUND);
        runs.add(acceptedAtLast("ROLL-" + i, "roll-" + i));
      }
    }

    for (int i = 0; i < runs.size(); i++) {
      assertThat(coordinator.resting(runs.get(i)).path("state").asString()).isEqualTo("COMPLETED");
      assertThat(coordinator.servers.calls("provision_create_tenant", "roll-" + i)).hasSize(1);
      assertThat(coordinator.slack.posts("roll-" + i)).hasSize(1);
    }
  }

  private String accepted(String account, String event) {
    var accepted = coordinator.webhook(coordinator.event(account, event));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    return tree(accepted).path("run_id").asString();
  }

  /// A sender that is told to come again does so.
  private String acceptedAtLast(String account, String event) {
    var answer = coordinator.webhook(coordinator.event(account, event));
    for (int tries = 1; answer.statusCode() == 503 && tries < 10; tries++) {
      answer = coordinator.webhook(coordinator.event(account, event));
    }
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    return tree(answer).path("run_id").asString();
  }

  private JsonNode upstream(String name) {
    return tree(coordinator.get("/api/upstreams"))
        .path("upstreams")
        .valueStream()
        .filter(each -> name.equals(each.path("name").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> order(String by, String reason) {
    return Map.of("by", by, "reason", reason);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return coordinator.send(
        HttpRequest.newBuilder(coordinator.uri(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }
}
