package dev.onboarding.coordinator.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every small change of the policy table that could be a slip of the hand.
final class TableMutants {

  private static final Pattern COMPARISON = Pattern.compile(" (<=|>=|==|!=|<|>) ");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"-])\\d+(\\.\\d+)?(?![\\w.\"])");
  private static final Pattern JOINT = Pattern.compile(" (&&|\\|\\|) ");
  private static final Pattern NEGATION = Pattern.compile("!(?=[a-z(])");
  private static final Map<String, List<String>> FLIPPED =
      Map.of(
          "<", List.of("<=", ">="),
          "<=", List.of("<", ">"),
          ">", List.of(">=", "<="),
          ">=", List.of(">", "<"),
          "==", List.of("!="),
          "!=", List.of("=="));

  private final String policy;
  private final List<Row> rows;
  private final List<Mutant> mutants = new ArrayList<>();

  private TableMutants(String policy, List<Row> rows) {
    this.policy = policy;
    this.rows = rows;
  }

  static List<Mutant> of(String policy) {
    var all = new TableMutants(policy, RuleSet.load("policy.yaml", policy).rows());
    all.rows.forEach(all::mutate);
    return all.mutants;
  }

  private void mutate(Row row) {
    dropped(row);
    tiers(row);
    replaced(row, COMPARISON, "comparison", found -> FLIPPED.get(found.strip()));
    replaced(row, NUMBER, "threshold", TableMutants::shifted);
    replaced(row, JOINT, "joint", found -> List.of(found.strip().equals("&&") ? "||" : "&&"));
    replaced(row, NEGATION, "negation", found -> List.of(""));
  }

  private void dropped(Row row) {
    add(row.id() + " dropped", block(row), "");
  }

  private void tiers(Row row) {
    for (String tier : List.of("note", "warning", "violation")) {
      if (!row.tier().toString().equals(tier)) {
        String block = block(row);
        add(
            row.id() + " of tier " + tier,
            block,
            block.replaceFirst("tier: \\w+", "tier: " + tier));
      }
    }
  }

  private static List<String> shifted(String found) {
    return found.contains(".")
        ? List.of(
            String.valueOf(Double.parseDouble(found) + 0.01),
            String.valueOf(Double.parseDouble(found) - 0.01))
        : List.of(
            String.valueOf(Long.parseLong(found) + 1), String.valueOf(Long.parseLong(found) - 1));
  }

  private void replaced(
      Row row, Pattern pattern, String what, Function<String, List<String>> others) {
    Matcher found = pattern.matcher(row.when());
    while (found.find()) {
      for (String other : others.apply(found.group())) {
        String changed =
            row.when().substring(0, found.start())
                + found.group().replace(found.group().strip(), other)
                + row.when().substring(found.end());
        add(
            "%s: %s at %d made '%s'".formatted(row.id(), what, found.start(), other),
            block(row),
            block(row, changed));
      }
    }
  }

  private void add(String what, String block, String changed) {
    mutants.add(new Mutant(what, policy.replace(block, changed)));
  }

  /// The lines of a row in the file.
  private String block(Row row) {
    int from = policy.indexOf("  - id: " + row.id() + "\n");
    int to = policy.indexOf("\n\n", from);
    return policy.substring(from, to < 0 ? policy.length() : to);
  }

  private String block(Row row, String when) {
    return block(row)
        .replaceFirst(
            "(?s)    when: .*?\n    tier:",
            Matcher.quoteReplacement("    when: >-\n      " + when + "\n    tier:"));
  }

  /// A changed policy.
  record Mutant(String what, String policy) {

    @Override
    public String toString() {
      return what;
    }
  }
}
