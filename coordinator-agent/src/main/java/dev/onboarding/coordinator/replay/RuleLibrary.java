package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.RuleSetRefused;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rule sets that records name, each read and checked once.
public final class RuleLibrary {

  private final RuleTexts texts;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  public RuleLibrary(RuleTexts texts) {
    this.texts = texts;
  }

  Found of(String digest) {
    return found.computeIfAbsent(digest, this::look);
  }

  private Found look(String digest) {
    var text = texts.of(digest);
    if (text.isEmpty()) {
      return Found.not("the rule set %s is not stored".formatted(digest));
    }
    try {
      var rules = RuleSet.load("rule set " + digest, text.get());
      return rules.digest().equals(digest)
          ? new Found(rules, null)
          : Found.not(
              "the stored text of rule set %s is another one, with the digest %s"
                  .formatted(digest, rules.digest()));
    } catch (RuleSetRefused unreadable) {
      return Found.not(
          "this version cannot read rule set %s: %s"
              .formatted(digest, unreadable.problems().getFirst()));
    }
  }

  /// A rule set, or why there is none.
  record Found(@Nullable RuleSet rules, @Nullable String problem) {

    private static Found not(String problem) {
      return new Found(null, problem);
    }
  }
}
