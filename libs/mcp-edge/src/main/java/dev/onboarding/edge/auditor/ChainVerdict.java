package dev.onboarding.edge.auditor;

import java.util.List;

/// What was found of one server's chain.
///
/// @param first number of the first entry that is there
/// @param entries how many were read
/// @param checkpointed up to which entry a checkpoint vouches for it; 0 when none does
/// @param problems everything that does not fit, as sentences; empty when it holds
public record ChainVerdict(
    String server, long first, long last, long entries, long checkpointed, List<String> problems) {

  public ChainVerdict {
    problems = List.copyOf(problems);
  }

  public boolean holds() {
    return problems.isEmpty();
  }
}
