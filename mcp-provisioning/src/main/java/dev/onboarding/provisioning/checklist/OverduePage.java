package dev.onboarding.provisioning.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the overdue tasks.
///
/// @param nextCursor where the next part begins; null when this was the last
record OverduePage(List<OverdueTask> tasks, @Nullable String nextCursor) {

  OverduePage {
    tasks = List.copyOf(tasks);
  }
}
