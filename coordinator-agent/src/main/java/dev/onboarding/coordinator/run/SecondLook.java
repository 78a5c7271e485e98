package dev.onboarding.coordinator.run;

import java.util.List;

/// Reads an account again and tells what differs from what a run was judged on.
public interface SecondLook {

  /// Makes no call while the evidence is young enough to count as it stands.
  ///
  /// @return a sentence for each difference that counts; empty when there is none
  /// @throws dev.onboarding.model.FailureException when it is due and cannot be read now
  List<String> differences(Run run);
}
