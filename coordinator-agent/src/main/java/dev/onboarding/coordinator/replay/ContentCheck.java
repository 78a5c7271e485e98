package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.PersonalPaths;
import dev.onboarding.coordinator.replay.Problem.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Checks that the rows of a run still say what its entries were made of: none was changed, none
/// added, none taken away.
final class ContentCheck {

  /// What is forgotten when all steps of an attempt are.
  private static final String EVERY_STEP = "*";

  private final RunRecord record;
  private final Map<Key, Deque<ChainedEntry>> standing = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ContentCheck(RunRecord record) {
    this.record = record;
  }

  static List<Problem> problems(RunRecord record) {
    var check = new ContentCheck(record);
    record.entries().forEach(check::stand);
    check.salt();
    record.contents().forEach(check::content);
    check.missing();
    return List.copyOf(check.problems);
  }

  /// Orders of one kind may come more than once; of all else the last entry counts.
  private void stand(ChainedEntry entry) {
    if (entry.kind() == EntryKind.FORGOTTEN) {
      standing
          .keySet()
          .removeIf(key ->
              key.kind() == EntryKind.STEP
                  && key.attempt() == entry.attempt()
                  && (entry.name().equals(EVERY_STEP) || key.name().equals(entry.name())));
      return;
    }
    var entries =
        standing.computeIfAbsent(
            key(entry.kind(), entry.attempt(), entry.name()), key -> new ArrayDeque<>());
    if (entry.kind() != EntryKind.ACT) {
      entries.clear();
    }
    entries.add(entry);
  }

  /// An order concerns the run as a whole.
  private static Key key(EntryKind kind, int attempt, String name) {
    return new Key(kind, kind == EntryKind.ACT ? 0 : attempt, name);
  }

  private void salt() {
    var of = record.standing();
    if (!record.entries().isEmpty() && of.salt() == null && !of.erased()) {
      add(Kind.MISSING, 0, "the salt of the record is gone, and nobody had it erased");
    }
  }

  private void content(Content content) {
    var entries = standing.get(key(content.kind(), content.attempt(), content.name()));
    var entry = entries == null ? null : entries.poll();
    if (entry == null) {
      add(
          Kind.NOT_RECORDED,
          content.attempt(),
          "%s of attempt %d is in the database and not in the record"
              .formatted(content.name(), content.attempt()));
      return;
    }
    compare(entry, content);
  }

  private void compare(ChainedEntry entry, Content content) {
    var value = content.value();
    if (value == null) {
      if (!mayBeGone(entry)) {
        add(Kind.MISSING, entry.attempt(), entry.what() + ": what it came to is gone");
      }
    } else if (!fits(entry, value)) {
      var named = FactNames.of(record, entry, value);
      if (named.isEmpty()) {
        add(Kind.CONTENT, entry.attempt(), entry.what() + " is not what was recorded");
      }
      named.forEach(says -> add(Kind.CONTENT, entry.attempt(), entry.what() + ": " + says));
    }
    if (content.at() != null && !content.at().equals(entry.at())) {
      add(
          Kind.CONTENT,
          entry.attempt(),
          "%s: its time is %s and was recorded as %s"
              .formatted(entry.what(), content.at(), entry.at()));
    }
  }

  private boolean mayBeGone(ChainedEntry entry) {
    return entry.kind() == EntryKind.STEP
        && (record.standing().erased() || record.standing().answersRemoved());
  }

  private boolean fits(ChainedEntry entry, JsonNode value) {
    return fits(record, entry, value);
  }

  /// Whether the value is the one that was recorded, as far as it can still be told.
  static boolean fits(RunRecord record, ChainedEntry entry, JsonNode value) {
    var salt = record.standing().salt();
    boolean keptFits =
        entry.kept() == null || entry.kept().equals(PersonalPaths.keptDigest(entry.kind(), value));
    return keptFits
        && (salt == null || entry.sealed().equals(Chain.sealed(salt, Digests.ofJson(value))));
  }

  private void missing() {
    for (var entries : standing.values()) {
      for (var entry : entries) {
        add(
            Kind.MISSING,
            entry.attempt(),
            entry.what() + " was recorded and is not in the database any more");
      }
    }
  }

  private void add(Kind kind, int attempt, String says) {
    problems.add(new Problem(kind, attempt, says));
  }

  /// What a content and its entry have in common.
  private record Key(EntryKind kind, int attempt, String name) {}
}
