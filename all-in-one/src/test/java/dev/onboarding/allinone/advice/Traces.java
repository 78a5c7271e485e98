package dev.onboarding.allinone.advice;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.edge.EdgeJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What runs leave behind that anybody outside could notice: decision, state, steps, effects, and
/// every message and mail as it arrived. Ids and times of one run are replaced, so that two runs of
/// the same story leave the same.
public record Traces(Coordinator coordinator, SandboxControl sandbox) {

  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\b(001|003|005|006|800)[0-9A-Za-z]{12,15}\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z| UTC)?|\\b\\d{9,}(\\.\\d+)?\\b|\\b\\d{2}:\\d{2}:\\d{2}\\b");
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{16,64}\\b…?");

  /// Of a link that works once, whatever letters it is made of, or a boundary of a mail.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<=/credentials/)[A-Za-z0-9_-]+|(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{24,}|----=_Part[\\w.]+");

  /// Where a system of the tests listens; each has ports of its own.
  private static final Pattern HERE = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):\\d+");

  /// What one run left, as text to be compared.
  ///
  /// @param decisionDigest as it is recorded
  public record Trace(
      String verdict,
      String decisionDigest,
      String state,
      String decision,
      List<String> steps,
      List<String> effects) {

    /// Without the digest, which two accounts of one story need not share.
    public Trace comparable() {
      return new Trace(verdict, "", state, decision, steps, effects);
    }
  }

  /// @param key the account's, which may stand in texts
  public Trace of(RunView run, String key) {
    var json = run.json();
    var attempts = json.path("attempts");
    return new Trace(
        run.verdict(),
        attempts.path(attempts.size() - 1).path("decision_digest").asString(""),
        run.state(),
        neutral(json.path("decision").toString(), key),
        json.path("steps")
            .valueStream()
            .map(step -> step.path("step").asString())
            .sorted()
            .toList(),
        json.path("effects").valueStream().map(effect -> effect(effect, key)).sorted().toList());
  }

  private static String effect(JsonNode effect, String key) {
    return neutral(
        Stream.of("kind", "target", "subject")
            .map(field -> effect.path(field).asString(""))
            .reduce("", (one, more) -> one + " | " + more),
        key);
  }

  /// Everything that Slack and the mail server received since they were cleared, without what
  /// differs between any two runs, and how often each came.
  public Map<String, Integer> received(List<String> keys) {
    var received = new TreeMap<String, Integer>();
    for (var system : List.of("slack", "mail")) {
      sandbox
          .inspect(system)
          .path("effects")
          .valueStream()
          .map(effect -> system + " " + neutral(withoutIds(effect), keys))
          .forEach(text -> received.merge(text, 1, Integer::sum));
    }
    return received;
  }

  /// In whatever order the recipients of a mail were named to the server.
  private static String withoutIds(JsonNode effect) {
    if (!(effect instanceof ObjectNode object)) {
      return effect.toString();
    }
    var plain = object.deepCopy().remove(List.of("ts", "id", "at"));
    var to = plain.path("envelope_to").asString("");
    if (!to.isEmpty()) {
      plain.put("envelope_to", Stream.of(to.split(",")).sorted().collect(Collectors.joining(",")));
    }
    return EdgeJson.mapper().writeValueAsString(plain);
  }

  private static String neutral(String text, List<String> keys) {
    var plain = text;
    for (var key : keys) {
      plain = withoutKey(plain, key);
    }
    return withoutIdsAndTimes(plain);
  }

  static String neutral(String text, String key) {
    return neutral(text, List.of(key));
  }

  /// Also where the key is written small, as in an address.
  private static String withoutKey(String text, String key) {
    return Pattern.compile(Pattern.quote(key), Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll("KEY");
  }

  private static String withoutIdsAndTimes(String text) {
    var plain = ID.matcher(text).replaceAll("ID");
    plain = DIGEST.matcher(plain).replaceAll("DIGEST");
    plain = TIME.matcher(plain).replaceAll("TIME");
    plain = TOKEN.matcher(plain).replaceAll("TOKEN");
    return HERE.matcher(plain).replaceAll("HERE");
  }
}
