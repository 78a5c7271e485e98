package dev.onboarding.sandbox.wire;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// How often each thing was brought about. Nothing gives way here and nothing is deduplicated: what
/// was done twice stands as two.
public final class Tally {

  private final Map<String, Map<String, Long>> kinds = new TreeMap<>();

  /// @param kind what was brought about, for example `tenants_created`
  /// @param key what makes it one and the same
  public synchronized void count(String kind, String key) {
    kinds.computeIfAbsent(kind, k -> new TreeMap<>()).merge(key, 1L, Long::sum);
  }

  public synchronized void clear() {
    kinds.clear();
  }

  /// Of each kind the total, the number of different keys, and the keys that came more than once.
  ///
  /// @param keys whether every key is written with its count
  public synchronized ObjectNode json(boolean keys) {
    ObjectNode json = Json.object();
    kinds.forEach((kind, counts) -> {
      ObjectNode written =
          json.putObject(kind)
              .put("total", counts.values().stream().mapToLong(Long::longValue).sum())
              .put("distinct", counts.size());
      ObjectNode repeated = written.putObject("more_than_once");
      counts.forEach((key, count) -> {
        if (count > 1) {
          repeated.put(key, count);
        }
      });
      if (keys) {
        ObjectNode all = written.putObject("keys");
        counts.forEach(all::put);
      }
    });
    return json;
  }
}
