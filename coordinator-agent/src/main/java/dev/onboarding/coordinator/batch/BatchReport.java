package dev.onboarding.coordinator.batch;

import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who of many accounts would have been stopped, and why: totals by decision, then rule by rule,
/// then account by account.
///
/// @param rules the rows that stopped somebody, the most frequent first
/// @param stopped accounts that are blocked, then those that need a person
/// @param unanswered accounts without a decision, with the reason
/// @param proceeding accounts that nothing stops
record BatchReport(
    BatchView batch,
    List<Rule> rules,
    List<BatchResult> stopped,
    List<BatchResult> unanswered,
    List<BatchResult> proceeding) {

  /// A row of the rule set over all accounts it stopped.
  ///
  /// @param accounts how many
  /// @param who they are
  record Rule(
      String rule, Tier tier, String owner, String remedy, int accounts, List<String> who) {}

  static BatchReport of(BatchView batch, List<BatchResult> results) {
    var stopped =
        results.stream()
            .filter(BatchResult::isStopped)
            .sorted(Comparator.comparing(result -> result.verdict() != Verdict.BLOCK))
            .toList();
    return new BatchReport(
        batch,
        rules(stopped),
        stopped,
        results.stream().filter(result -> result.verdict() == null).toList(),
        results.stream().filter(result -> result.verdict() == Verdict.PROCEED).toList());
  }

  /// All accounts in the order of the batch.
  List<BatchResult> all() {
    var all = new ArrayList<BatchResult>();
    all.addAll(stopped);
    all.addAll(unanswered);
    all.addAll(proceeding);
    all.sort(Comparator.comparingInt(BatchResult::number));
    return all;
  }

  private static List<Rule> rules(List<BatchResult> stopped) {
    // A row may fire on several findings of an account, which is still one account.
    Map<String, Map<Integer, BatchResult>> who = new LinkedHashMap<>();
    Map<String, FiredRow> rows = new LinkedHashMap<>();
    for (var result : stopped) {
      for (var row : result.fired().stream().filter(BatchReport::stops).toList()) {
        rows.putIfAbsent(row.rule(), row);
        who.computeIfAbsent(row.rule(), _ -> new LinkedHashMap<>()).put(result.number(), result);
      }
    }
    return rows.values().stream()
        .map(row -> rule(row, who.getOrDefault(row.rule(), Map.of()).values()))
        .sorted(Comparator.comparingInt(Rule::accounts).reversed().thenComparing(Rule::rule))
        .toList();
  }

  /// A note informs and stops nobody.
  static boolean stops(FiredRow row) {
    return row.tier() != Tier.NOTE;
  }

  private static Rule rule(FiredRow row, Collection<BatchResult> who) {
    return new Rule(
        row.rule(),
        row.tier(),
        row.owner(),
        row.remedy(),
        who.size(),
        who.stream().map(BatchResult::named).toList());
  }
}
