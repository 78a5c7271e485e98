package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.rule.RuleSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every rule set that ever judged, by digest: the one that is active now judges new runs, and a
/// run keeps the one it began with.
final class RuleSets {

  private final JdbcClient jdbc;
  private final RuleSet active;
  private final Map<String, RuleSet> loaded = new ConcurrentHashMap<>();

  /// @param text the active rule set as its file stands
  RuleSets(JdbcClient jdbc, RuleSet active, String text, Clock clock) {
    this.jdbc = jdbc;
    this.active = active;
    loaded.put(active.digest(), active);
    jdbc.sql(
            """
            insert into coordinator.rule_set (digest, version, content, stored_at)
            values (?, ?, ?, ?) on conflict do nothing\
            """)
        .params(active.digest(), active.version(), text, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  public RuleSet active() {
    return active;
  }

  /// @return empty when no such rule set was ever stored
  /// @throws RuleSetRefused when this version of the system cannot read it
  public Optional<RuleSet> of(String digest) {
    var known = loaded.get(digest);
    if (known != null) {
      return Optional.of(known);
    }
    var stored = stored(digest);
    stored.ifPresent(ruleSet -> loaded.put(digest, ruleSet));
    return stored;
  }

  private Optional<RuleSet> stored(String digest) {
    return jdbc.sql("select content from coordinator.rule_set where digest = ?")
        .param(digest)
        .query(String.class)
        .optional()
        .map(content -> RuleSet.restore("rule set " + digest, content));
  }
}
