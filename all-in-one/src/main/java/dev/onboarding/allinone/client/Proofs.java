package dev.onboarding.allinone.client;

import dev.onboarding.edge.EdgeJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// The coordinator as those reach it who prove decisions and put documents in force; every answer
/// is given as it came.
public final class Proofs {

  /// Everything recorded is read before the answer begins.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Api api;

  private Proofs(Api api) {
    this.api = api;
  }

  public static Proofs at(URI address, Access access) {
    return new Proofs(new Api(address, PATIENCE, access));
  }

  public JsonNode replay(String run) {
    return api.get("/api/runs/%s/replay".formatted(encoded(run)));
  }

  /// @param since blank for everything
  /// @param told each run that does not fit, as soon as it is known
  /// @return how many came out how
  /// @throws IllegalStateException when the answer was cut off
  public JsonNode replayAll(String since, Consumer<JsonNode> told) {
    try (var lines = api.lines("/api/replay" + since(since))) {
      var all = lines.map(EdgeJson.mapper()::readTree).iterator();
      while (all.hasNext()) {
        var line = all.next();
        if (line.has("summary")) {
          return line.path("summary");
        }
        told.accept(line.path("run"));
      }
    }
    throw new IllegalStateException("The answer was cut off; what was told so far stands.");
  }

  public byte[] evidence(String run) {
    return api.bytes("/api/runs/%s/evidence".formatted(encoded(run)));
  }

  public JsonNode keepCase(String run, String name) {
    return api.get("/api/runs/%s/case?name=%s".formatted(encoded(run), encoded(name)));
  }

  /// @param kind `rules`, `prompts` or `checklist`
  public JsonNode documents(String kind) {
    return api.get("/api/" + kind);
  }

  /// @param name under which problems are reported
  public JsonNode add(String kind, String name, String content, String by) {
    return api.post("/api/" + kind, Map.of("name", name, "content", content, "by", by));
  }

  /// @param act `activate` or `shadow`
  public JsonNode decide(String kind, String digest, String act, String by, String reason) {
    return api.post(
        "/api/%s/%s/%s".formatted(kind, encoded(digest), act), Map.of("by", by, "reason", reason));
  }

  /// @param act `return` or `end-shadow`
  public JsonNode decide(String kind, String act, String by, String reason) {
    return api.post("/api/%s/%s".formatted(kind, act), Map.of("by", by, "reason", reason));
  }

  public JsonNode comparison(String digest, String since) {
    return api.get("/api/rules/%s/comparison%s".formatted(encoded(digest), since(since)));
  }

  public String comparisonPage(String digest, String since) {
    return api.text("/api/rules/%s/comparison.html%s".formatted(encoded(digest), since(since)));
  }

  /// What a document in the shadow has said so far.
  public JsonNode shadow(String kind, String digest) {
    return api.get("/api/%s/%s/shadow".formatted(kind, encoded(digest)));
  }

  private static String since(String since) {
    return since.isBlank() ? "" : "?since=" + encoded(since);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
