package dev.onboarding.sandbox.inspect;

import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The calls that reached one system. Counts are exact; the details of the oldest calls give way.
public final class Journal {

  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final int most;
  private final Deque<RecordedCall> calls = new ArrayDeque<>();
  private final Map<String, Map<String, Long>> operations = new TreeMap<>();
  private long bytes;
  private long apiCalls;
  private long tokenCalls;
  private int underWay;
  private int mostAtOnce;

  /// @param most how many calls are kept in full
  public Journal(int most) {
    this.most = most;
  }

  /// A call came that counts against the system's limits, tokens apart; [#ended] follows.
  public synchronized void began() {
    underWay++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
  }

  public synchronized void ended() {
    underWay--;
  }

  public synchronized void record(
      Call call, Instant at, long millis, int status, boolean tokenCall, String operation) {
    RecordedCall recorded = RecordedCall.of(call, at, millis, status, tokenCall);
    if (tokenCall) {
      tokenCalls++;
    } else {
      apiCalls++;
    }
    operations
        .computeIfAbsent(operation, name -> new TreeMap<>())
        .merge(Integer.toString(status), 1L, Long::sum);
    calls.addLast(recorded);
    bytes += recorded.size();
    while (calls.size() > most || bytes > MOST_BYTES) {
      bytes -= calls.removeFirst().size();
    }
  }

  public synchronized void clear() {
    calls.clear();
    operations.clear();
    bytes = 0;
    apiCalls = 0;
    tokenCalls = 0;
    mostAtOnce = underWay;
  }

  public synchronized long apiCalls() {
    return apiCalls;
  }

  public synchronized long tokenCalls() {
    return tokenCalls;
  }

  /// How many calls came, in all and of each kind, and with which status each was answered.
  synchronized ObjectNode counts() {
    ObjectNode json =
        Json.object()
            .put("count", apiCalls + tokenCalls)
            .put("calls_total", apiCalls + tokenCalls)
            .put("token_calls", tokenCalls)
            .put("api_calls", apiCalls)
            .put("most_at_once", mostAtOnce);
    ObjectNode kinds = json.putObject("operations");
    operations.forEach((operation, statuses) -> {
      ObjectNode kind =
          kinds
              .putObject(operation)
              .put("count", statuses.values().stream().mapToLong(Long::longValue).sum());
      ObjectNode by = kind.putObject("by_status");
      statuses.forEach(by::put);
    });
    return json;
  }

  ObjectNode json() {
    List<RecordedCall> kept;
    ObjectNode json;
    synchronized (this) {
      kept = List.copyOf(calls);
      json = counts();
    }
    ArrayNode written = json.putArray("calls");
    kept.forEach(call -> written.add(call.json()));
    return json;
  }
}
