package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.tenant.ServiceTier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tasks every customer gets, in one version. A template that contradicts itself is refused
/// when it is read.
record ChecklistTemplate(String version, List<Row> tasks) {

  ChecklistTemplate {
    tasks = List.copyOf(tasks);
    var codes = new HashSet<String>();
    for (int i = 0; i < tasks.size(); i++) {
      Row row = tasks.get(i);
      require(row.number() == i + 1, row, "is out of order: tasks are numbered 1, 2, 3 …");
      require(codes.add(row.code()), row, "repeats a code");
      require(row.dueAfterDays() >= 0, row, "is due before the start");
      for (int dependency : row.dependsOn()) {
        require(
            dependency >= 1 && dependency < row.number(),
            row,
            "depends on %d, which does not come before it".formatted(dependency));
      }
    }
    if (tasks.isEmpty() || version.isBlank()) {
      throw new IllegalArgumentException("a checklist template needs a version and tasks");
    }
  }

  private static void require(boolean holds, Row row, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(
          "task %d (%s) of the checklist template %s"
              .formatted(row.number(), row.code(), complaint));
    }
  }

  /// One task of the template.
  ///
  /// @param tiers who has the task; absent means every tier
  record Row(
      int number,
      String code,
      String title,
      TaskOwner owner,
      int dueAfterDays,
      List<Integer> dependsOn,
      @Nullable Set<ServiceTier> tiers) {

    Row {
      dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
      tiers = tiers == null ? null : Set.copyOf(tiers);
    }

    boolean isFor(ServiceTier tier) {
      return tiers == null || tiers.contains(tier);
    }
  }
}
