package dev.onboarding.allinone.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The sandbox's controls: its accounts, its faults, and what reached it.
public final class SandboxControl {

  private final Api api;

  public SandboxControl(URI sandbox) {
    this.api = new Api(sandbox);
  }

  /// An account of the sandbox with the decision its story asks for.
  public record Story(String key, String story, String expected) {}

  public List<Story> stories() {
    JsonNode listed = api.get("/accounts");
    JsonNode accounts = listed.isArray() ? listed : listed.path("accounts");
    return StreamSupport.stream(accounts.spliterator(), false)
        .map(account ->
            new Story(
                account.path("key").asString(),
                account.path("story").asString(""),
                account.path("decision").asString("")))
        .toList();
  }

  public Story story(String key) {
    return stories().stream()
        .filter(story -> story.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The sandbox has no account " + key));
  }

  public JsonNode inspect(String system) {
    return api.get("/inspect/" + system);
  }

  public void clear(String system) {
    api.delete("/inspect/" + system);
  }

  public void latency(String system, long millis) {
    api.put("/faults/" + system, Map.of("latency_ms", millis));
  }

  public void faults(String system, Object faults) {
    api.put("/faults/" + system, faults);
  }

  /// Tells one story of a whole range of accounts.
  ///
  /// @return their keys
  public List<String> accounts(String prefix, int count, Object story) {
    var range = Map.of("prefix", prefix, "count", count, "story", story);
    return api.post("/accounts", range).valueStream().map(JsonNode::asString).toList();
  }

  public void account(String key, Object story) {
    api.put("/accounts/" + key, story);
  }
}
