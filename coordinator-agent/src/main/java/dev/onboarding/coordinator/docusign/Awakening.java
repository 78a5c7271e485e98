package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.run.RunId;

/// Makes a run that waits look again now.
@FunctionalInterface
public interface Awakening {

  void wake(RunId run, String why);
}
