package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.tenant.ServiceTier;
import java.time.LocalDate;
import java.util.List;

/// The checklist that a template would give a customer; nothing is kept of it.
record ChecklistPlan(String templateVersion, List<PlannedTask> tasks) {

  ChecklistPlan {
    tasks = List.copyOf(tasks);
  }

  static ChecklistPlan of(ChecklistTemplate template, ServiceTier tier, LocalDate start) {
    return new ChecklistPlan(
        template.version(),
        template.tasks().stream()
            .map(row ->
                new PlannedTask(
                    row.number(),
                    row.code(),
                    row.title(),
                    row.owner(),
                    row.statusFor(tier),
                    row.due(start),
                    row.dependsOn()))
            .toList());
  }
}
