package dev.onboarding.coordinator.api;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.FailureException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void startsARunOfOneAccount() {
    coordinator.accounts.tell("D-SINGLE", Story.MISSING);

    var answer = coordinator.post("/demo/run/D-SINGLE", "");

    assertThat(answer.statusCode()).isEqualTo(202);
    var run = coordinator.resting(tree(answer).path("run_id").asString());
    assertThat(run.path("source").asString()).isEqualTo("demo");
    assertThat(run.path("mode").asString()).isEqualTo("act");
    assertThat(coordinator.post("/demo/run/no%20id", "").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/demo/run/D-LINK", "/demo/run-all", "/demo/enable-random-errors"})
  void doesNothingWhenALinkIsFollowed(String path) {
    var answer = coordinator.get(path);

    ApiTests.assertProblem(answer, 405, "method-not-allowed");
    assertThat(tree(answer).path("detail").asString()).contains("send POST");
    assertThat(tree(coordinator.get("/api/runs?account=D-LINK")).path("runs")).isEmpty();
  }

  @Test
  void startsARunOfEveryAccountOfTheSandbox() {
    var started = tree(coordinator.post("/demo/run-all", ""));

    assertThat(texts(started.path("runs"), "account")).containsExactly("D-ONE", "D-TWO");
  }

  @Test
  void makesSystemsFailNowAndThen() {
    var answer = coordinator.post("/demo/enable-random-errors", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(coordinator.sandbox.faults())
        .containsOnlyKeys("salesforce", "netsuite", "docusign")
        .allSatisfy((system, plan) -> {
          assertThat(plan.path("seed").isNumber()).isTrue();
          assertThat(texts(plan.path("rules"), "kind"))
              .containsExactly("server_error", "throttled", "unavailable");
          assertThat(plan.at("/rules/0/probability").asDouble()).isBetween(0.01, 0.2);
        });
  }

  @Test
  void saysThatTheSandboxIsNotThere() {
    try (var controls = new SandboxControls(URI.create("http://127.0.0.1:1"), EdgeJson.mapper())) {
      assertThatThrownBy(controls::accounts)
          .isInstanceOfSatisfying(
              FailureException.class,
              failed -> assertThat(failed.failure().errorCode()).isEqualTo("SANDBOX_UNREACHABLE"));
    }
  }
}
