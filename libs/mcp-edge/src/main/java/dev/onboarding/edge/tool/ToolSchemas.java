package dev.onboarding.edge.tool;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.finding.Fact;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.node.ObjectNode;

/// Writes the JSON schemas of arguments and results from Java types; `@Nullable` leaves a name out
/// of `required`.
final class ToolSchemas {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  private final SchemaGenerator arguments = generator(true);
  private final SchemaGenerator results = generator(false);

  Map<String, Object> ofArguments(Parameter[] parameters) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Parameter parameter : parameters) {
      properties.put(wireName(parameter.getName()), ofArgument(parameter));
      if (isRequired(parameter)) {
        required.add(wireName(parameter.getName()));
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  Map<String, Object> ofResult(Type type) {
    return plain(results.generateSchema(type));
  }

  static String wireName(String javaName) {
    return SNAKE_CASE.nameForField(null, null, javaName);
  }

  static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  static boolean isRequired(Parameter parameter) {
    McpToolParam described = parameter.getAnnotation(McpToolParam.class);
    return !isNullable(parameter.getAnnotatedType()) && (described == null || described.required());
  }

  private Map<String, Object> ofArgument(Parameter parameter) {
    ObjectNode schema = arguments.generateSchema(parameter.getParameterizedType());
    McpToolParam described = parameter.getAnnotation(McpToolParam.class);
    if (described != null && !described.description().isBlank()) {
      schema.put("description", described.description());
    }
    return plain(schema);
  }

  private static Map<String, Object> plain(ObjectNode schema) {
    schema.remove("$schema");
    return EdgeJson.mapper().convertValue(schema, OBJECT);
  }

  private static SchemaGenerator generator(boolean closed) {
    var config =
        new SchemaGeneratorConfigBuilder(
            EdgeJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
    config
        .with(
            Option.FLATTENED_ENUMS_FROM_TOSTRING,
            Option.EXTRA_OPEN_API_FORMAT_VALUES,
            Option.INLINE_ALL_SCHEMAS)
        .without(Option.FLATTENED_ENUMS);
    if (closed) {
      config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    }
    config
        .forFields()
        .withPropertyNameOverrideResolver(field -> wireName(field.getDeclaredName()))
        .withRequiredCheck(field -> !isNullable(field.getRawMember().getAnnotatedType()))
        .withDescriptionResolver(ToolSchemas::meaning);
    return new SchemaGenerator(config.build());
  }

  private static @Nullable String meaning(FieldScope field) {
    if (field.getDeclaringType() == null || !field.getRawMember().getDeclaringClass().isRecord()) {
      return null;
    }
    for (var component : field.getRawMember().getDeclaringClass().getRecordComponents()) {
      Fact fact = component.getAnnotation(Fact.class);
      if (fact != null && component.getName().equals(field.getDeclaredName())) {
        return fact.value();
      }
    }
    return null;
  }
}
