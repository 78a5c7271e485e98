package dev.onboarding.edge.transport;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// How the protocol's own messages are read and written: no deeper than any tool of ours needs.
public final class WireJson {

  private static final int DEEPEST = 64;

  private static final McpJsonMapper MAPPER =
      new JacksonMcpJsonMapper(
          JsonMapper.builder(
                  JsonFactory.builder()
                      .streamReadConstraints(
                          StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                      .build())
              .build());

  private WireJson() {}

  public static McpJsonMapper mapper() {
    return MAPPER;
  }
}
