package dev.onboarding.edge.material;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request that a person hands to an assistant: one message with `{argument}` filled in.
///
/// @param name in the form of a tool's
/// @param text the message; each argument stands in it in braces
/// @param arguments all of them required
public record TextPrompt(
    String name, String title, String description, String text, List<Argument> arguments) {

  /// Something to fill in.
  ///
  /// @param form what it must look like as a whole: what is filled in speaks to a model
  public record Argument(String name, String description, Pattern form) {}

  public TextPrompt {
    arguments = List.copyOf(arguments);
  }

  /// The prompt as the server offers it.
  public SyncPromptSpecification specification() {
    Prompt listed =
        Prompt.builder(name)
            .title(title)
            .description(description)
            .arguments(
                arguments.stream()
                    .map(given ->
                        PromptArgument.builder(given.name())
                            .description(given.description())
                            .required(true)
                            .build())
                    .toList())
            .build();
    return new SyncPromptSpecification(listed, (transport, request) -> filled(request.arguments()));
  }

  private GetPromptResult filled(@Nullable Map<String, Object> given) {
    Map<String, Object> values = given == null ? Map.of() : given;
    Map<String, String> checked = new LinkedHashMap<>();
    for (Argument argument : arguments) {
      checked.put(argument.name(), checked(argument, values.get(argument.name())));
    }
    String message = text;
    for (var value : checked.entrySet()) {
      message = message.replace("{" + value.getKey() + "}", value.getValue());
    }
    return GetPromptResult.builder(
            List.of(PromptMessage.builder(Role.USER, TextContent.builder(message).build()).build()))
        .description(description)
        .build();
  }

  private static String checked(Argument argument, @Nullable Object value) {
    if (value instanceof String text && argument.form().matcher(text).matches()) {
      return text;
    }
    throw McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
        .message(
            "%s is needed: %s, in the form %s"
                .formatted(argument.name(), argument.description(), argument.form()))
        .build();
  }
}
