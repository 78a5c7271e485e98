package dev.onboarding.salesforce.snapshot;

import java.util.List;

/// The outcome for each account of a batch, in the order asked.
record OnboardingSnapshots(List<SnapshotOutcome> outcomes) {

  OnboardingSnapshots {
    outcomes = List.copyOf(outcomes);
  }
}
