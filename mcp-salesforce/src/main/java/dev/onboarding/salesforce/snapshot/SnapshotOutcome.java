package dev.onboarding.salesforce.snapshot;

import dev.onboarding.model.Failure;
import org.jspecify.annotations.Nullable;

/// One account of a batch: its snapshot, or why there is none.
///
/// @param accountId as the caller gave it
record SnapshotOutcome(
    String accountId, @Nullable OnboardingSnapshot snapshot, @Nullable Failure failure) {

  static SnapshotOutcome read(String accountId, OnboardingSnapshot snapshot) {
    return new SnapshotOutcome(accountId, snapshot, null);
  }

  static SnapshotOutcome failed(String accountId, Failure failure) {
    return new SnapshotOutcome(accountId, null, failure);
  }
}
