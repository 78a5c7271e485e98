package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.replay.Problem.Kind;
import dev.onboarding.coordinator.replay.Replayed.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Computes the decisions of records again. Pure: the same record gives the same answer, here and
/// wherever a copy of it is.
public final class Replay {

  private final DecisionCheck decisions;

  public Replay(RuleLibrary rules) {
    this.decisions = new DecisionCheck(rules);
  }

  public Replayed of(RunRecord record) {
    boolean chained = !record.entries().isEmpty();
    var problems = new ArrayList<Problem>();
    if (chained) {
      problems.addAll(ChainCheck.problems(record));
      problems.addAll(ContentCheck.problems(record));
    } else if (record.standing().salt() != null && !record.contents().isEmpty()) {
      problems.add(
          new Problem(
              Kind.MISSING,
              0,
              "the record has no entry: an older version wrote the run, or somebody removed them"));
    }
    var last = last(record);
    verdict(record, last).ifPresent(problems::add);
    boolean whole = problems.isEmpty();
    for (var decided : record.decisions()) {
      problems.addAll(decisions.problems(decided, record.standing().erased()));
    }
    return new Replayed(
        record.identity().run(),
        record.identity().accountKey(),
        said(last),
        result(record, chained, whole, problems),
        record.standing().erased(),
        record.decisions().size(),
        record.entries().size(),
        record.head(),
        problems);
  }

  private static Result result(
      RunRecord record, boolean chained, boolean whole, List<Problem> problems) {
    if (!whole) {
      return Result.NOT_TRUSTED;
    }
    if (!problems.isEmpty()) {
      boolean untrusted = problems.stream().anyMatch(each -> each.kind() == Kind.RULE_SET);
      return untrusted ? Result.NOT_TRUSTED : Result.DIFFERENT;
    }
    if (record.decisions().isEmpty()) {
      return Result.UNDECIDED;
    }
    return chained ? Result.EQUAL : Result.NOT_CHAINED;
  }

  private static @Nullable Content last(RunRecord record) {
    return record.decisions().stream().max(Comparator.comparingInt(Content::attempt)).orElse(null);
  }

  private static @Nullable String said(@Nullable Content decided) {
    JsonNode value = decided == null ? null : decided.value();
    return value == null ? null : value.at("/decision/verdict").asString(null);
  }

  /// The run repeats the verdict of its decision, for lists; it is read there most.
  private static Optional<Problem> verdict(RunRecord record, @Nullable Content last) {
    var shown = record.standing().verdict();
    if (shown == null || shown.equals(said(last))) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Kind.CONTENT, 0, "the run says %s, its last decision %s".formatted(shown, said(last))));
  }
}
