package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.tenant.GivenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a checklist template, from a file or as a caller gives it; a key nobody knows is an error,
/// so a misspelt one cannot pass.
final class ChecklistTemplateFile {

  private static final int LONGEST = 65_536;
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ChecklistTemplateFile() {}

  /// @throws IllegalArgumentException with everything that is wrong
  static ChecklistTemplate read(Resource file) {
    try {
      return read(file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the checklist template %s cannot be read".formatted(file), unreadable);
    }
  }

  /// @throws FailureException `INVALID_TEMPLATE` with everything that is wrong
  static ChecklistTemplate given(String yaml) {
    try {
      return read(GivenText.of("template", yaml, LONGEST, "INVALID_TEMPLATE"));
    } catch (IllegalArgumentException wrong) {
      throw new FailureException(
          Failure.invalid("INVALID_TEMPLATE", "template: " + wrong.getMessage()), null, wrong);
    }
  }

  private static ChecklistTemplate read(String yaml) {
    if (!(document(yaml) instanceof Map<?, ?> document
        && document.size() == 2
        && document.get("version") instanceof String version
        && document.get("tasks") instanceof List<?> tasks)) {
      throw new IllegalArgumentException(
          "it has exactly `version`, which is a text, and `tasks`, which is a list");
    }
    List<String> problems = new ArrayList<>();
    List<ChecklistTemplate.Row> rows = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      try {
        rows.add(row(tasks.get(i)));
      } catch (IllegalArgumentException wrong) {
        problems.add("task %d: %s".formatted(i + 1, wrong.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new ChecklistTemplate(version, rows);
  }

  private static Object document(String yaml) {
    try {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      return new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException unreadable) {
      throw new IllegalArgumentException("it is no YAML: " + unreadable.getMessage(), unreadable);
    }
  }

  private static ChecklistTemplate.Row row(Object given) {
    if (!(given instanceof Map<?, ?> task)) {
      throw new IllegalArgumentException("it is no task");
    }
    List<String> missing =
        List.of("number", "code", "title", "owner", "due_after_days").stream()
            .filter(key -> task.get(key) == null)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("it lacks " + String.join(", ", missing));
    }
    try {
      return STRICT.convertValue(task, ChecklistTemplate.Row.class);
    } catch (UnrecognizedPropertyException unknown) {
      throw new IllegalArgumentException(
          "nobody knows its key " + unknown.getPropertyName(), unknown);
    } catch (InvalidFormatException wrong) {
      throw new IllegalArgumentException(
          "'%s' is none of %s".formatted(wrong.getValue(), allowed(wrong.getTargetType())), wrong);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
    }
  }

  private static String allowed(Class<?> type) {
    Object @Nullable [] constants = type.getEnumConstants();
    return constants == null
        ? "the values it can have"
        : Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
  }
}
