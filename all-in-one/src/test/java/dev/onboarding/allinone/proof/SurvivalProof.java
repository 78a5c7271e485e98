package dev.onboarding.allinone.proof;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/// What survives, tried on one cluster of real processes: starting it takes longer than most of
/// what is done to it.
@ExtendWith(SharedCluster.class)
class SurvivalProof {

  @Nested
  class WhenProcessesDie extends Survival {}

  @Nested
  class WhenTheStoreRefuses extends StoreTrouble {}

  @Nested
  class WhenEventsAreRepeated extends RepeatedEvents {}
}
