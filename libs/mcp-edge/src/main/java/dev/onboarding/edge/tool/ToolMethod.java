package dev.onboarding.edge.tool;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/// One annotated method as a tool: what it is called, what it takes and gives, and how it is
/// invoked.
final class ToolMethod {

  private final Object bean;
  private final Method method;
  private final McpTool described;

  ToolMethod(Object bean, Method method) {
    this.bean = bean;
    this.method = method;
    this.described = method.getAnnotation(McpTool.class);
    method.setAccessible(true);
  }

  String name() {
    return described.name();
  }

  boolean writes() {
    return !described.annotations().readOnlyHint();
  }

  McpSchema.Tool tool(ToolSchemas schemas) {
    var hints = described.annotations();
    var tool =
        McpSchema.Tool.builder(name(), schemas.ofArguments(method.getParameters()))
            .title(described.title())
            .description(described.description())
            .annotations(
                McpSchema.ToolAnnotations.builder()
                    .title(described.title())
                    .readOnlyHint(hints.readOnlyHint())
                    .destructiveHint(hints.destructiveHint())
                    .idempotentHint(hints.idempotentHint())
                    .openWorldHint(hints.openWorldHint())
                    .build());
    if (method.getReturnType() != Blocks.class) {
      tool.outputSchema(schemas.ofResult(method.getGenericReturnType()));
    }
    return tool.build();
  }

  /// @throws FailureException when the tool could not give an answer, or an argument is not what it
  ///   should be
  Object invoke(Map<String, Object> given) {
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] values = new @Nullable Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      values[i] = value(parameters[i], given.get(ToolSchemas.wireName(parameters[i].getName())));
    }
    try {
      return method.invoke(bean, values);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Tool " + name() + " cannot be reached", e);
    } catch (InvocationTargetException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(InvocationTargetException e) {
    return switch (e.getCause()) {
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(e.getCause());
    };
  }

  private static @Nullable Object value(Parameter parameter, @Nullable Object given) {
    if (given == null) {
      return null;
    }
    JavaType type =
        EdgeJson.mapper().getTypeFactory().constructType(parameter.getParameterizedType());
    try {
      return EdgeJson.mapper().convertValue(given, type);
    } catch (JacksonException e) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_ARGUMENT",
              "Argument %s does not have the form that the tool's input schema asks for."
                  .formatted(ToolSchemas.wireName(parameter.getName()))),
          null,
          e);
    }
  }
}
