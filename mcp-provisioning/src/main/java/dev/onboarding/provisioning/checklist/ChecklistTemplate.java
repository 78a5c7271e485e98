package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.tenant.ServiceTier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tasks every customer gets, in one version. A template that contradicts itself, or that lacks
/// a task which the system does, is refused when it is read, with everything that is wrong with it.
record ChecklistTemplate(String version, List<Row> tasks) {

  static final int MOST_TASKS = 50;
  private static final int LONGEST_VERSION = 64;
  private static final int LONGEST_TITLE = 120;
  private static final int LATEST_DAY = 366;

  ChecklistTemplate {
    tasks = List.copyOf(tasks);
    List<String> problems = problems(version, tasks);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static List<String> problems(String version, List<Row> tasks) {
    List<String> problems = new ArrayList<>();
    if (version.isBlank() || version.length() > LONGEST_VERSION) {
      problems.add("version must have 1 to %d characters".formatted(LONGEST_VERSION));
    }
    if (tasks.isEmpty() || tasks.size() > MOST_TASKS) {
      problems.add("there are %d tasks: give 1 to %d".formatted(tasks.size(), MOST_TASKS));
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < tasks.size(); i++) {
      Row row = tasks.get(i);
      require(
          row.number() == i + 1, row, "is out of order: tasks are numbered 1, 2, 3 …", problems);
      require(codes.add(row.code()), row, "repeats a code", problems);
      row.check(problems);
    }
    SystemTasks.CODES.stream()
        .filter(code -> tasks.stream().noneMatch(row -> row.isOfSystem(code)))
        .map("there is no task %s whose owner is system"::formatted)
        .forEach(problems::add);
    return problems;
  }

  private static void require(boolean holds, Row row, String complaint, List<String> problems) {
    if (!holds) {
      problems.add("task %d (%s) %s".formatted(row.number(), row.code(), complaint));
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

    private void check(List<String> problems) {
      require(code.matches("[a-z0-9_]{1,64}"), this, "has a code that is no such_code", problems);
      require(
          !title.isBlank() && title.length() <= LONGEST_TITLE,
          this,
          "needs a title of 1 to %d characters".formatted(LONGEST_TITLE),
          problems);
      require(
          dueAfterDays >= 0 && dueAfterDays <= LATEST_DAY,
          this,
          "is due after %d days: give 0 to %d".formatted(dueAfterDays, LATEST_DAY),
          problems);
      for (int dependency : dependsOn) {
        require(
            dependency >= 1 && dependency < number,
            this,
            "depends on %d, which does not come before it".formatted(dependency),
            problems);
      }
    }

    private boolean isOfSystem(String wanted) {
      return code.equals(wanted) && owner == TaskOwner.SYSTEM;
    }

    /// Who does not have the task has it skipped from the start.
    TaskStatus statusFor(ServiceTier tier) {
      return tiers == null || tiers.contains(tier) ? TaskStatus.OPEN : TaskStatus.SKIPPED;
    }

    LocalDate due(LocalDate start) {
      return start.plusDays(dueAfterDays);
    }
  }
}
