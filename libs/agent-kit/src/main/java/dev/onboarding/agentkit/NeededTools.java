package dev.onboarding.agentkit;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The tools that one part of an application cannot do without; each part declares its own.
public record NeededTools(List<NeededTool> tools) {

  public static final NeededTools NONE = new NeededTools(List.of());

  public NeededTools {
    tools = List.copyOf(tools);
  }

  public static NeededTools of(NeededTool... tools) {
    return new NeededTools(List.of(tools));
  }

  /// Those of all parts; a tool that several need is needed as each of them needs it.
  public static NeededTools together(Stream<NeededTools> parts) {
    return new NeededTools(parts.flatMap(part -> part.tools().stream()).toList());
  }

  /// What a server lacks of what is needed of it, in plain words.
  ///
  /// @param listed the server's `tools/list`, an array, for example its `contract/tools.json`
  public List<String> lackedBy(String server, JsonNode listed) {
    return tools.stream()
        .filter(need -> need.server().equals(server))
        .flatMap(need -> lacks(need, listed).map(lack -> need.tool() + ": " + lack))
        .toList();
  }

  private static Stream<String> lacks(NeededTool need, JsonNode listed) {
    return listed
        .valueStream()
        .filter(tool -> need.tool().equals(tool.path("name").asString()))
        .findFirst()
        .map(tool -> Lacks.of(need, tool.path("inputSchema"), tool.path("outputSchema")))
        .orElseGet(() -> Lacks.of(need, null))
        .stream();
  }
}
