package dev.onboarding.edge.tool;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.audit.Digests;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The version of what a tool promises: the digest of its entry in `tools/list`. It changes with
/// the least change of a name, a schema or a description, and with nothing else.
final class ToolContracts {

  private static final int DIGITS = 16;

  private final Map<String, String> known = new ConcurrentHashMap<>();

  String of(McpSchema.Tool tool) {
    return known.computeIfAbsent(tool.name(), name -> digest(tool));
  }

  private static String digest(McpSchema.Tool tool) {
    return Digests.ofJson(EdgeJson.mapper().writeValueAsString(tool)).substring(0, DIGITS);
  }
}
