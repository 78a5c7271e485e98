package dev.onboarding.coordinator.api;

import static dev.onboarding.coordinator.RunningCoordinator.json;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.evidence.VerifyBundle;
import dev.onboarding.coordinator.evidence.Zips;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A whole run, proven: replayed, handed out as evidence, judged by another rule set.
class ProofApiTests {

  private static final String PATIENT =
      RuleSet.onboardingPolicyText()
          .replace("invoice.days_overdue > 0", "invoice.days_overdue > 30");

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  private String run(String account, Story story) {
    coordinator.accounts.tell(account, story);
    return coordinator.rested(account, account).path("run_id").asString();
  }

  @Test
  void replaysEverythingThatARunRecorded() {
    var run = run("PROOF-1", Story.SOUND);

    var replayed = tree(coordinator.get("/api/runs/" + run + "/replay"));

    assertThat(replayed.path("result").asString()).as(replayed.toPrettyString()).isEqualTo("EQUAL");
    assertThat(replayed.path("entries").asInt()).isGreaterThan(10);
    var noted = tree(coordinator.get("/api/runs/" + run + "/report.json")).path("versions");
    assertThat(noted.valueStream())
        .filteredOn(version -> version.path("name").asString().equals("record"))
        .singleElement()
        .satisfies(version -> assertThat(version.path("digest").asString()).hasSize(64));
  }

  @Test
  void handsARunOutAsEvidenceThatHoldsTheHashOfItsReport() throws IOException {
    var run = run("PROOF-2", Story.SOUND);
    var noted =
        tree(coordinator.get("/api/runs/" + run + "/report.json"))
            .path("versions")
            .valueStream()
            .filter(version -> version.path("name").asString().equals("record"))
            .map(version -> version.path("digest").asString())
            .findFirst()
            .orElseThrow();

    var verified = VerifyBundle.verify(zip("/api/runs/" + run + "/evidence"), noted);

    assertThat(verified.all()).isEmpty();
    assertThat(verified.holds()).isTrue();
  }

  @Test
  void recordsInTheTrailThatEvidenceWasHandedOutAndFindsItChanged() throws IOException {
    var run = run("PROOF-20", Story.SOUND);
    var bundle = zip("/api/runs/" + run + "/evidence");

    var changed =
        Zips.changed(bundle, "audit.jsonl", text -> text.replace("\"evidence\"", "\"onboarding\""));

    assertThat(Zips.unpacked(bundle).get("audit.jsonl"))
        .contains("\"kind\":\"read\"", "\"tool\":\"evidence\"", run);
    assertThat(VerifyBundle.verify(changed, null).problems())
        .anyMatch(says -> says.matches("entry \\d+ of coordinator-agent is not what was chained"));
  }

  @Test
  void replaysTheWholeStoreLineByLine() {
    var run = run("PROOF-3", Story.SOUND);
    coordinator
        .jdbc()
        .sql(
            """
            update coordinator.attempt
            set assessments = jsonb_set(assessments, '{invoice,findings,0,count}', '7')
            where run_id = cast(? as uuid)\
            """)
        .param(run)
        .update();

    var lines = coordinator.get("/api/replay?since=2020-01-01").body().lines().toList();

    var last = EdgeJson.mapper().readTree(lines.getLast());
    assertThat(last.at("/summary/runs").asLong()).isPositive();
    assertThat(lines)
        .anySatisfy(line ->
            assertThat(line)
                .contains(run, "/assessments/invoice/findings/0/count is 7 and was recorded as 1"));
  }

  @Test
  void refusesARuleSetWithEveryProblem() {
    var refused =
        coordinator.post(
            "/api/rules",
            json(
                Map.of(
                    "name", "bad.yaml",
                    "by", "Ada",
                    "content", PATIENT.replace("tier: warning", "tier: loud"))));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(tree(refused).path("type").asString()).endsWith("document-refused");
    assertThat(tree(refused).path("detail").asString().lines().count()).isGreaterThan(5);
  }

  @Test
  void comparesShadowsActivatesAndReturns() {
    run("PROOF-4", Story.SOUND);
    var digest = added();

    assertThat(
            tree(coordinator.get("/api/rules/" + digest + "/comparison")).path("compared").asInt())
        .isPositive();
    var page = coordinator.get("/api/rules/" + digest + "/comparison.html");
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).contains("What rule set").doesNotContain("<script");

    act("/api/rules/" + digest + "/shadow");
    var shadowed = run("PROOF-5", Story.SOUND);
    assertThat(tree(coordinator.get("/api/runs/" + shadowed)).at("/versions/shadow").asString())
        .isEqualTo(digest);
    assertThat(tree(coordinator.get("/api/rules/" + digest + "/shadow")).path("ways")).isNotEmpty();
    act("/api/rules/end-shadow");

    act("/api/rules/" + digest.substring(0, 10) + "/activate");
    var activated = run("PROOF-6", Story.SOUND);
    act("/api/rules/return");
    assertThat(ruleSet(activated)).isEqualTo(digest);
    assertThat(
            tree(coordinator.get("/api/runs/" + activated + "/replay")).path("result").asString())
        .isEqualTo("EQUAL");
    assertThat(ruleSet(run("PROOF-7", Story.SOUND))).isEqualTo(RuleSet.onboardingPolicy().digest());
    assertThat(tree(coordinator.get("/api/rules")).path("acts")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void keepsACase() {
    var run = run("PROOF-8", Story.NOT_WON);

    var kept = coordinator.get("/api/runs/" + run + "/case?name=deal-not-won");

    assertThat(tree(kept).at("/expected/verdict").asString()).isEqualTo("BLOCK");
    assertThat(kept.body()).doesNotContain("Olga", "Customer PROOF");
    assertThat(coordinator.get("/api/runs/" + run + "/case?name=No").statusCode()).isEqualTo(400);
  }

  private String added() {
    var added =
        coordinator.post(
            "/api/rules", json(Map.of("name", "patient.yaml", "by", "Ada", "content", PATIENT)));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return tree(added).path("digest").asString();
  }

  private void act(String path) {
    var done = coordinator.post(path, json(Map.of("by", "Ada", "reason", "To try it")));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
  }

  private String ruleSet(String run) {
    JsonNode detail = tree(coordinator.get("/api/runs/" + run));
    return detail.at("/versions/rule_set_digest").asString();
  }

  private byte[] zip(String path) {
    return coordinator
        .send(
            HttpRequest.newBuilder(coordinator.uri(path)).GET().build(), BodyHandlers.ofByteArray())
        .body();
  }
}
