package dev.onboarding.agentkit;

import dev.onboarding.model.FailureException;
import java.lang.reflect.Type;
import tools.jackson.core.type.TypeReference;

/// The tools of other servers, by the server's short name.
@FunctionalInterface
public interface ToolServers {

  /// Calls a tool within the deadline of the current [dev.onboarding.model.CallContext].
  ///
  /// @param server short name, for example `salesforce`, as configured
  /// @param arguments a record or map, written in snake case
  /// @throws FailureException with the server's own failure, or with ours when it gave no answer
  ToolAnswer<Object> call(String server, String tool, Object arguments, Type type);

  /// The same for a plain class.
  default <T> ToolAnswer<T> call(String server, String tool, Object arguments, Class<T> type) {
    return cast(call(server, tool, arguments, (Type) type));
  }

  /// The same for a generic type.
  default <T> ToolAnswer<T> call(
      String server, String tool, Object arguments, TypeReference<T> type) {
    return cast(call(server, tool, arguments, type.getType()));
  }

  @SuppressWarnings("unchecked")
  private static <T> ToolAnswer<T> cast(ToolAnswer<Object> answer) {
    return (ToolAnswer<T>) answer;
  }
}
