package dev.onboarding.sandbox.wire;

/// What a language model does wrong while its service is well.
public enum Oddity {
  /// it declines to answer
  REFUSAL,
  /// the answer ends in the middle, because it is too long
  CUT_OFF,
  /// the answer is no JSON
  MALFORMED,
  /// the answer is JSON of another shape
  SCHEMA_VIOLATION,
  /// there is no text
  EMPTY,
  /// a megabyte of text
  FLOOD,
  /// the answer is in German
  FOREIGN_LANGUAGE,
  /// the answer says the opposite of what the prompt says
  CONTRADICTION,
  /// the answer does whatever instruction it finds in the data, and leaks what it can
  OBEY_ATTACKER
}
