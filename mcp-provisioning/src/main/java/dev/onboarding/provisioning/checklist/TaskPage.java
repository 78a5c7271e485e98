package dev.onboarding.provisioning.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the tasks.
///
/// @param nextCursor where the next part begins; null when this was the last
/// @param progress of all tasks of the tenant, account and owner asked for, whatever their status
record TaskPage(List<Task> tasks, @Nullable String nextCursor, Progress progress) {

  TaskPage {
    tasks = List.copyOf(tasks);
  }
}
