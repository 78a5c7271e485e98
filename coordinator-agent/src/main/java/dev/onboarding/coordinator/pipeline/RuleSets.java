package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.rule.RuleSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every rule set that ever judged or was added, by digest: a run keeps the one it began with.
public final class RuleSets {

  private final JdbcClient jdbc;
  private final Map<String, RuleSet> loaded = new ConcurrentHashMap<>();

  /// @param shipped the rule set that ships with this version
  /// @param text the same as its file stands
  RuleSets(JdbcClient jdbc, RuleSet shipped, String text, Clock clock) {
    this.jdbc = jdbc;
    loaded.put(shipped.digest(), shipped);
    jdbc.sql(
            """
            insert into coordinator.rule_set (digest, version, content, stored_at)
            values (?, ?, ?, ?) on conflict do nothing\
            """)
        .params(shipped.digest(), shipped.version(), text, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// @return empty when no such rule set was ever stored
  /// @throws RuleSetRefused when this version of the system cannot read it
  /// @throws IllegalStateException when its text was changed since it was stored
  public Optional<RuleSet> of(String digest) {
    var known = loaded.get(digest);
    if (known != null) {
      return Optional.of(known);
    }
    var stored = stored(digest);
    stored.ifPresent(ruleSet -> loaded.put(digest, ruleSet));
    return stored;
  }

  /// As its file stood.
  public Optional<String> text(String digest) {
    return jdbc.sql("select content from coordinator.rule_set where digest = ?")
        .param(digest)
        .query(String.class)
        .optional();
  }

  private Optional<RuleSet> stored(String digest) {
    return text(digest).map(content -> checked(digest, content));
  }

  /// Nobody is judged by a text that somebody changed in the database.
  private static RuleSet checked(String digest, String content) {
    var ruleSet = RuleSet.load("rule set " + digest, content);
    if (!ruleSet.digest().equals(digest)) {
      throw new IllegalStateException(
          "The stored text of rule set %s was changed: its digest is %s now"
              .formatted(digest, ruleSet.digest()));
    }
    return ruleSet;
  }
}
