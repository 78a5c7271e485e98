package dev.onboarding.allinone.bench;

import dev.onboarding.coordinator.rule.Row;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.edge.EdgeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Rule files of any size, made of the rows of the shipped policy.
final class SampleRules {

  private static final List<Row> SHIPPED = RuleSet.onboardingPolicy().rows();

  private SampleRules() {}

  /// Some rows of the shipped policy, of each domain in proportion.
  static String of(int rows) {
    List<Row> chosen = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      chosen.add(SHIPPED.get(i * SHIPPED.size() / rows));
    }
    return file(chosen);
  }

  /// The shipped policy, and its rows again with one more part to each condition.
  static String atLeast(int rows) {
    List<Row> all = new ArrayList<>(SHIPPED);
    for (int i = 0; all.size() < rows; i++) {
      Row row = SHIPPED.get(i % SHIPPED.size());
      String when = "(%s) && run.attempt > %d".formatted(row.when(), 2 + i / SHIPPED.size());
      all.add(
          new Row(
              "X%d-%s".formatted(i, row.id()),
              row.on(),
              when,
              row.tier(),
              row.says(),
              row.owner(),
              row.remedy()));
    }
    return file(all);
  }

  /// JSON is YAML.
  private static String file(List<Row> rows) {
    return EdgeJson.mapper()
        .writeValueAsString(
            Map.of("version", "bench", "rows", rows.stream().map(SampleRules::entry).toList()));
  }

  private static Map<String, String> entry(Row row) {
    return Map.of(
        "id", row.id(),
        "on", row.on(),
        "when", row.when(),
        "tier", row.tier().toString(),
        "says", row.says(),
        "owner", row.owner(),
        "remedy", row.remedy());
  }
}
