package dev.onboarding.coordinator.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The customer's onboarding tasks.
public record Checklist(List<ChecklistTask> tasks) {

  public Checklist(@Nullable List<ChecklistTask> tasks) {
    this.tasks = tasks == null ? List.of() : List.copyOf(tasks);
  }
}
