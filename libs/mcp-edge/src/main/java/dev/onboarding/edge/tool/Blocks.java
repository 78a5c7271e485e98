package dev.onboarding.edge.tool;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/// An answer in the protocol's own blocks (text, pictures, sound, files), for what no record can
/// say. A tool that returns it has no output schema, so no agent of ours reads it.
public record Blocks(List<McpSchema.Content> content) {

  public Blocks {
    content = List.copyOf(content);
  }
}
