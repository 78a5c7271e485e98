package dev.onboarding.allinone.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The coordinator as those reach it who look after it; every answer is given as it came.
public final class Operator {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Api api;
  private final Clock clock;

  Operator(Api api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  public static Operator at(URI address, Clock clock, Access access) {
    return new Operator(new Api(address, access), clock);
  }

  /// @param filters by parameter, such as `state`; blank ones are left out
  public JsonNode runs(Map<String, String> filters) {
    return api.get("/api/runs" + query(filters));
  }

  public JsonNode run(String id) {
    return api.get("/api/runs/" + encoded(id));
  }

  /// @param order `resume` or `cancel`
  public JsonNode order(String id, String order, String by, String reason) {
    return api.post("/api/runs/%s/%s".formatted(encoded(id), order), who(by, reason));
  }

  /// Asks a model about what was decided of a run.
  ///
  /// @param prompts digest of stored prompts; empty for those in force
  public JsonNode adviceTrial(String run, String model, String prompts) {
    Map<String, String> asked =
        prompts.isEmpty() ? Map.of("model", model) : Map.of("model", model, "prompts", prompts);
    return api.post("/api/runs/%s/advice-trials".formatted(encoded(run)), asked);
  }

  public JsonNode upstreams() {
    return api.get("/api/upstreams");
  }

  public JsonNode budget() {
    return api.get("/api/budget");
  }

  public JsonNode costs(String run) {
    return api.get("/api/runs/%s/costs".formatted(encoded(run)));
  }

  public JsonNode pause(String upstream, String by, String reason) {
    return api.put("/api/upstreams/%s/pause".formatted(encoded(upstream)), who(by, reason));
  }

  public JsonNode unpause(String upstream, String by, String reason) {
    return api.remove(
        "/api/upstreams/%s/pause%s".formatted(encoded(upstream), query(who(by, reason))));
  }

  /// @param act `drain` or `undrain`
  public JsonNode node(String act) {
    return api.post("/api/node/" + act, Map.of());
  }

  /// @return the batch as it was stored
  public JsonNode startBatch(Map<String, Object> request) {
    return api.post("/api/runs:batch", request).path("batch");
  }

  /// The batch once every account of it is decided or has failed.
  ///
  /// @throws IllegalStateException when it is not over in time
  public JsonNode finishedBatch(String id, Duration patience) {
    Instant end = clock.instant().plus(patience);
    JsonNode batch = batch(id);
    while (!isOver(batch)) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException(
            "Batch %s is still %s after %s seconds; it goes on by itself"
                .formatted(id, batch.path("state").asString(""), patience.toSeconds()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS.toMillis()));
      batch = batch(id);
    }
    return batch;
  }

  private JsonNode batch(String id) {
    return api.get("/api/batches/%s?size=1".formatted(encoded(id))).path("batch");
  }

  private static boolean isOver(JsonNode batch) {
    String state = batch.path("state").asString("");
    return state.equals("DONE") || state.equals("FAILED");
  }

  public JsonNode batchReport(String id) {
    return api.get("/api/batches/%s/report.json".formatted(encoded(id)));
  }

  public JsonNode erase(String account, String by, String reason) {
    return api.post("/api/erasures", Map.of("account", account, "by", by, "reason", reason));
  }

  private static Map<String, String> who(String by, String reason) {
    return Map.of("by", by, "reason", reason);
  }

  private static String query(Map<String, String> parameters) {
    String given =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .filter(each -> !each.getValue().isBlank())
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    return given.isEmpty() ? "" : "?" + given;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
