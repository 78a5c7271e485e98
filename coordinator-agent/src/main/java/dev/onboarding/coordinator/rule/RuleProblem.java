package dev.onboarding.coordinator.rule;

/// Something wrong in a rule file, and where.
///
/// @param line from 1
public record RuleProblem(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
