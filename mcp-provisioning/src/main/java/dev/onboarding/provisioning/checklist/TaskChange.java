package dev.onboarding.provisioning.checklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What shall be different about a task; what is null stays.
record TaskChange(@Nullable LocalDate dueDate, @Nullable String note, @Nullable TaskOwner owner) {

  boolean isEmpty() {
    return dueDate == null && note == null && owner == null;
  }
}
