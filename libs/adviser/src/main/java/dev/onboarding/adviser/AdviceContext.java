package dev.onboarding.adviser;

import dev.onboarding.adviser.task.Prompts;

/// On whose behalf advice is asked for, and by which prompts.
///
/// @param run the run whose budget is used; a piece of work outside a run has a name of its own
public record AdviceContext(String run, Prompts prompts) {

  /// For what is not part of a run, with the prompts that come with the library.
  public static AdviceContext none() {
    return new AdviceContext("none", Prompts.shipped());
  }
}
