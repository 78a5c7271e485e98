package dev.onboarding.coordinator.replay;

/// Something that does not fit in a record.
///
/// @param attempt 0 when it is about the record as a whole
/// @param says what and where, for people; it may hold facts of the customer
public record Problem(Kind kind, int attempt, String says) {

  /// What is wrong.
  public enum Kind {
    /// An entry is missing, was changed, or stands elsewhere.
    CHAIN,
    /// What a row says is not what was recorded.
    CONTENT,
    /// A row has no entry.
    NOT_RECORDED,
    /// What was recorded is gone.
    MISSING,
    /// The rule set is missing, unreadable, or not the one its digest names.
    RULE_SET,
    /// The decision computed from the record is another one.
    DECISION
  }
}
