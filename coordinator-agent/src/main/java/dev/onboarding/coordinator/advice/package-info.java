/// Advice from models on decisions that stand: ordered with the decision, asked for beside the run,
/// and added to its report. A queue and threads of its own, so that no run waits for a model; what
/// comes back is only ever shown to people.
@NullMarked
package dev.onboarding.coordinator.advice;

import org.jspecify.annotations.NullMarked;
