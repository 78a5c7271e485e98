package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The checklist template that people put in force is the one that new checklists are made from.
class ChecklistTemplatesTests {

  private static final String TEMPLATE = "version: summer\ntasks: []\n";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  /// The coordinator is shared: others find the server's own template in force.
  @AfterEach
  void tidy() {
    act("/api/checklist/end-shadow");
    if (tree(coordinator.get("/api/checklist")).path("active").isString()) {
      act("/api/checklist/return");
    }
  }

  @Test
  void makesNewChecklistsFromTheTemplateInForce() {
    var digest = added(TEMPLATE);
    assertThat(act("/api/checklist/" + digest + "/activate")).isEqualTo(200);

    var run = onboarded("CHECKLIST-1");
    assertThat(act("/api/checklist/return")).isEqualTo(200);
    onboarded("CHECKLIST-2");

    assertThat(template("CHECKLIST-1")).isEqualTo(TEMPLATE);
    assertThat(template("CHECKLIST-2")).isEmpty();
    assertThat(run.at("/versions/checklist").asString()).isEqualTo(digest);
  }

  @Test
  void triesATemplateBesideTheOneInForceWithoutEffect() {
    var digest = added(TEMPLATE.replace("summer", "beside"));
    act("/api/checklist/" + digest + "/shadow");

    onboarded("CHECKLIST-3");

    assertThat(template("CHECKLIST-3")).isEmpty();
    var shadow = tree(coordinator.get("/api/checklist/" + digest + "/shadow"));
    assertThat(shadow.path("beside").asInt()).isEqualTo(1);
    assertThat(shadow.path("differences").valueStream())
        .extracting(each -> each.path("task").asString() + " " + each.path("what").asString())
        .containsExactlyInAnyOrder(
            "say_hello ADDED",
            "create_tenant DROPPED",
            "generate_api_credentials DROPPED",
            "send_welcome_email DROPPED",
            "send_training_materials DROPPED");
  }

  @Test
  void keepsNoTemplateThatTheProvisioningServerCannotUse() {
    var refused =
        coordinator.post(
            "/api/checklist",
            json(Map.of("name", "bad.yaml", "by", "Ada", "content", "version: unusable\n")));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(tree(refused).path("detail").asString())
        .contains("bad.yaml", "task 1 (unusable) repeats a code");
  }

  private JsonNode onboarded(String account) {
    coordinator.accounts.tell(account, Story.SOUND);
    return coordinator.rested(account, account);
  }

  private String template(String account) {
    return journeys.calls("tasks_create_checklist", account).stream()
        .map(call -> call.arguments().path("template").asString(""))
        .findFirst()
        .orElseThrow();
  }

  private String added(String content) {
    var added =
        coordinator.post(
            "/api/checklist", json(Map.of("name", "list.yaml", "by", "Ada", "content", content)));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return tree(added).path("digest").asString();
  }

  private int act(String path) {
    return coordinator.post(path, json(Map.of("by", "Ada", "reason", "To try it"))).statusCode();
  }
}
