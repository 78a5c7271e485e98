package dev.onboarding.coordinator.govern;

/// What became of an act.
public sealed interface ActResult {

  /// It holds.
  ///
  /// @param repeated whether it had held before, so that nothing was written
  record Accepted(DocumentAct act, boolean repeated) implements ActResult {}

  /// It does not.
  record Refused(String why) implements ActResult {}
}
