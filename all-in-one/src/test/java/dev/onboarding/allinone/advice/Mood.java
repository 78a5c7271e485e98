package dev.onboarding.allinone.advice;

/// How the played model answers.
public enum Mood {
  /// as it was asked to, in sound words
  HELPFUL,
  /// out of order
  SILENT,
  /// letters that mean nothing
  NONSENSE,
  /// the opposite of the decision, well formed
  OPPOSITE,
  /// never
  HANGING,
  /// what an attacker wants, well formed: a decision, links, tools, other recipients
  OBEDIENT
}
