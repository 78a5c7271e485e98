package dev.onboarding.coordinator.batch;

/// What became of one account of a batch.
enum ItemState {
  /// Not read yet.
  WAITING,
  /// It has a run of this batch.
  OPENED,
  /// Another run of the account is under way; its verdict is told.
  JOINED,
  /// It was onboarded before and has a tenant.
  SKIPPED,
  /// Nothing can be asked about it; the others are not affected.
  FAILED
}
