package dev.onboarding.agentkit;

import java.lang.reflect.Type;
import java.util.List;

/// A tool of another server that an agent cannot do without: what it sends, and what it reads from
/// the answer. Both are taken from the agent's own records, so that the list cannot differ from
/// what it really does.
///
/// @param server short name, as configured
/// @param sends the names of the arguments
/// @param reads the fields of the answer, also those that may be absent
public record NeededTool(String server, String tool, List<WireField> sends, List<WireField> reads) {

  public NeededTool {
    sends = List.copyOf(sends);
    reads = List.copyOf(reads);
  }

  /// @param question the record that is sent
  /// @param answer the record, or a generic type of records, that is read
  public static NeededTool of(String server, String tool, Class<?> question, Type answer) {
    return new NeededTool(server, tool, WireFields.of(question), WireFields.of(answer));
  }

  /// Without a field that the record has for another tool's sake, and what is in it.
  public NeededTool without(String path) {
    return new NeededTool(
        server,
        tool,
        sends,
        reads.stream()
            .filter(field -> !field.path().equals(path) && !field.path().startsWith(path + "."))
            .toList());
  }
}
