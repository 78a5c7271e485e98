package dev.onboarding.coordinator.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs, newest first.
///
/// @param next give it as `before` to get the next page; null on the last one
public record RunPage(List<RunSummary> runs, @Nullable String next) {

  public RunPage {
    runs = List.copyOf(runs);
  }

  static RunPage of(List<RunSummary> runs, int size) {
    return new RunPage(runs, runs.size() < size ? null : runs.getLast().runId());
  }
}
