package dev.onboarding.coordinator.batch;

/// How far a batch has come.
enum BatchState {
  /// Deals won are looked for.
  FINDING,
  /// Accounts are read, chunk by chunk.
  GATHERING,
  /// Every account is read; its run goes its ordinary way.
  GATHERED,
  /// The deals could not be found; nothing was started.
  FAILED
}
