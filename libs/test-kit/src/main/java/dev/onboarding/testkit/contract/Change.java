package dev.onboarding.testkit.contract;

import java.util.List;

/// One difference between two contracts.
///
/// @param where the tool, and the place in its schema
/// @param what in plain words, from the caller's side
public record Change(Kind kind, String where, String what) {

  /// What a difference asks of a caller, mildest first.
  public enum Kind {
    /// Only what people and models read.
    WORDING,
    /// Every call that was right stays right, and every answer can be read as before.
    COMPATIBLE,
    /// A call that was right may be refused, or an answer may lack what was read from it.
    BREAKING
  }

  /// The gravest of them; wording when there is none.
  public static Kind gravest(List<Change> changes) {
    return changes.stream().map(Change::kind).max(Kind::compareTo).orElse(Kind.WORDING);
  }

  @Override
  public String toString() {
    return "%s: %s %s".formatted(kind, where, what);
  }
}
