package dev.onboarding.finance.assessment;

import dev.onboarding.agentkit.ToolAnswer;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.edge.EdgeJson;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Answers tool calls from a script, in the JSON of the wire, and remembers what was asked.
final class StandInServers implements ToolServers {

  /// One call as it would leave.
  record Asked(String server, String tool, JsonNode arguments) {}

  final List<Asked> asked = new ArrayList<>();

  private final Function<Asked, String> script;

  /// @param script gives the JSON of the answer, or throws the failure
  StandInServers(Function<Asked, String> script) {
    this.script = script;
  }

  @Override
  public ToolAnswer<Object> call(String server, String tool, Object arguments, Type type) {
    var json = EdgeJson.mapper();
    var call = new Asked(server, tool, json.valueToTree(arguments));
    asked.add(call);
    Object value = json.readValue(script.apply(call), json.getTypeFactory().constructType(type));
    return new ToolAnswer<>(
        value, tool, "call-" + asked.size(), Instant.EPOCH, "digest-" + asked.size(), "stand-in/1");
  }
}
