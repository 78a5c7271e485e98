package dev.onboarding.coordinator.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The customer's onboarding tasks.
///
/// @param templateVersion of the template they were made from; null when the server did not say
public record Checklist(List<ChecklistTask> tasks, @Nullable String templateVersion) {

  public Checklist(@Nullable List<ChecklistTask> tasks, @Nullable String templateVersion) {
    this.tasks = tasks == null ? List.of() : List.copyOf(tasks);
    this.templateVersion = templateVersion;
  }
}
