package dev.onboarding.edge.security;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;

/// The scopes of one server: what only reads needs one, everything else the other. Neither holds
/// the other, so that a token says all that it allows.
///
/// @param server the server's name, for example `mcp-clm`
public record Scopes(String server) {

  public String read() {
    return server + ".read";
  }

  public String write() {
    return server + ".write";
  }

  /// For what only a person may do; no assistant is told of it.
  public String approve() {
    return server + ".approve";
  }

  /// By the tool's own annotation, which the server's contract file pins.
  String neededFor(Tool tool) {
    boolean reads =
        tool.annotations() != null && Boolean.TRUE.equals(tool.annotations().readOnlyHint());
    return reads ? read() : write();
  }

  /// What an assistant asks for.
  List<String> all() {
    return List.of(read(), write());
  }
}
