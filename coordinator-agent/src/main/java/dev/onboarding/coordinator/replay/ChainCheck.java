package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.Entry;
import dev.onboarding.coordinator.replay.Problem.Kind;
import java.util.ArrayList;
import java.util.List;

/// Checks that the entries of a record are those that were written, all of them and in order.
final class ChainCheck {

  private ChainCheck() {}

  static List<Problem> problems(RunRecord record) {
    var problems = new ArrayList<Problem>();
    var before = Chain.genesis(record.identity());
    int expected = 1;
    for (var entry : record.entries()) {
      if (entry.number() != expected) {
        problems.add(problem(missing(expected, entry.number())));
      }
      if (entry.form() > Entry.FORM) {
        problems.add(problem("entry %d was written by a newer version".formatted(entry.number())));
      } else if (!entry.hash().equals(entry.hashAfter(record.identity().run(), before))) {
        problems.add(problem(broken(entry)));
      }
      // On with what stands there, so that each break is named once.
      before = entry.hash();
      expected = entry.number() + 1;
    }
    return problems;
  }

  private static String missing(int from, int next) {
    return next - from == 1
        ? "entry %d is missing".formatted(from)
        : "entries %d to %d are missing".formatted(from, next - 1);
  }

  private static String broken(ChainedEntry entry) {
    return entry.number() == 1
        ? "entry 1 (%s) does not follow from what identifies the run: its source, correlation id, account and versions"
            .formatted(entry.what())
        : "entry %d (%s) does not follow from the entries before it"
            .formatted(entry.number(), entry.what());
  }

  private static Problem problem(String says) {
    return new Problem(Kind.CHAIN, 0, says);
  }
}
