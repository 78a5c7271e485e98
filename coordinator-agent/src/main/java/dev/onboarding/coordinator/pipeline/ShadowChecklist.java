package dev.onboarding.coordinator.pipeline;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the checklist of the template in the shadow would differ; recorded, and never made.
///
/// @param templateVersion null when it failed
/// @param differences what would be added, dropped or changed, by the task's code; empty when
///   nothing
/// @param failure why it would have made nothing; null when it would
public record ShadowChecklist(
    String digest,
    @Nullable String templateVersion,
    Map<String, Difference> differences,
    @Nullable String failure) {

  public ShadowChecklist {
    differences = Map.copyOf(differences);
  }

  /// What would become of one task.
  public enum Difference {
    ADDED,
    DROPPED,
    CHANGED
  }

  /// @param made from the template in force
  /// @param planned by the one in the shadow
  static ShadowChecklist of(String digest, Checklist made, Checklist planned) {
    var before = byCode(made);
    var after = byCode(planned);
    var differences = new TreeMap<String, Difference>();
    before.forEach((code, task) -> {
      var other = after.get(code);
      if (other == null) {
        differences.put(code, Difference.DROPPED);
      } else if (!isSame(task, other)) {
        differences.put(code, Difference.CHANGED);
      }
    });
    after.keySet().stream()
        .filter(code -> !before.containsKey(code))
        .forEach(code -> differences.put(code, Difference.ADDED));
    return new ShadowChecklist(digest, planned.templateVersion(), differences, null);
  }

  static ShadowChecklist failed(String digest, String code) {
    return new ShadowChecklist(digest, null, Map.of(), code);
  }

  /// Whatever has become of the task since it was made.
  private static boolean isSame(ChecklistTask one, ChecklistTask other) {
    return one.number() == other.number()
        && one.title().equals(other.title())
        && one.owner().equals(other.owner())
        && isSkipped(one) == isSkipped(other)
        && Objects.equals(one.dueDate(), other.dueDate());
  }

  private static boolean isSkipped(ChecklistTask task) {
    return task.status().equals("SKIPPED");
  }

  private static Map<String, ChecklistTask> byCode(Checklist checklist) {
    return checklist.tasks().stream()
        .filter(task -> task.code() != null)
        .collect(
            Collectors.toMap(
                task -> String.valueOf(task.code()), Function.identity(), (one, other) -> one));
  }
}
