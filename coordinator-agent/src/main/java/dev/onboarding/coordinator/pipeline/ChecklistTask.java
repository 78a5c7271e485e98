package dev.onboarding.coordinator.pipeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One task of the customer's checklist, as the provisioning server tells it.
public record ChecklistTask(
    @Nullable String taskId,
    int number,
    @Nullable String code,
    String title,
    String owner,
    String status,
    @Nullable LocalDate dueDate) {}
