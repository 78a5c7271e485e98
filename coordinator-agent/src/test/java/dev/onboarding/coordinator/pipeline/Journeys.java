package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.tree;

import dev.onboarding.coordinator.FakeToolServers.Call;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Starts runs and looks at what they did; the account's key is the correlation id as well.
record Journeys(RunningCoordinator coordinator) {

  JsonNode told(String account, Story story) {
    coordinator.accounts.tell(account, story);
    return coordinator.rested(account, account);
  }

  JsonNode rested(String run) {
    return coordinator.resting(run);
  }

  JsonNode started(String account, Story story, String mode) {
    coordinator.accounts.tell(account, story);
    var body =
        RunningCoordinator.json(
            Map.of("account_id", account, "correlation_id", account, "mode", mode));
    return coordinator.resting(id(tree(coordinator.post("/api/runs", body))));
  }

  /// On the findings that the run shows.
  HttpResponse<String> answer(JsonNode run, String answer) {
    var body = new HashMap<String, String>();
    body.put("decision", answer);
    body.put("approver", "Petra Person");
    body.put("reason", "Paid tomorrow");
    body.put("findings_digest", run.path("findings_digest").asString());
    return coordinator.post("/api/runs/" + id(run) + "/approval", RunningCoordinator.json(body));
  }

  List<Call> calls(String tool, String correlation) {
    return coordinator.servers.calls(tool, correlation);
  }

  List<MimeMessage> mails(String correlation) {
    return coordinator.mail.sent(correlation);
  }

  List<String> channels(String correlation) {
    return coordinator.slack.posts(correlation).stream()
        .map(post -> post.path("channel").asString())
        .toList();
  }

  static String id(JsonNode run) {
    return run.path("run_id").asString();
  }

  static String state(JsonNode run) {
    return run.path("state").asString();
  }
}
