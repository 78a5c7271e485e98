package dev.onboarding.adviser.shield;

import dev.onboarding.adviser.task.AdviceTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Which facts may enter the prompt of a task; what is not named stays here.
///
/// A fact is named as in the rule set, for example `invoice.days_overdue`. Beside facts stand
/// `rows` (the rows that fired), `sentences` (the findings in plain words), `incidents` and
/// `terms`.
public final class AllowList {

  private final Map<AdviceTask, Set<String>> byTask;

  private AllowList(Map<AdviceTask, Set<String>> byTask) {
    this.byTask = byTask;
  }

  private static final class Shipped {
    static final AllowList LIST = read("/adviser/may-leave.yaml");
  }

  /// The one that comes with the library; it can be read but not widened by configuration.
  public static AllowList shipped() {
    return Shipped.LIST;
  }

  private static AllowList read(String resource) {
    try (InputStream stream = AllowList.class.getResourceAsStream(resource)) {
      JsonNode file = new YAMLMapper().readTree(stream);
      Map<AdviceTask, Set<String>> lists = new EnumMap<>(AdviceTask.class);
      for (AdviceTask task : AdviceTask.values()) {
        Set<String> names = new TreeSet<>();
        file.required(task.toString()).forEach(name -> names.add(name.asString()));
        lists.put(task, Set.copyOf(names));
      }
      return new AllowList(lists);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean allows(AdviceTask task, String name) {
    return byTask.getOrDefault(task, Set.of()).contains(name);
  }

  /// Everything that may leave for a task.
  public Set<String> of(AdviceTask task) {
    return byTask.getOrDefault(task, Set.of());
  }
}
