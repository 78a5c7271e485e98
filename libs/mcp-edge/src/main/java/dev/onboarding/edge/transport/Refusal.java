package dev.onboarding.edge.transport;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// An answer that says no before anything is parsed.
final class Refusal {

  private Refusal() {}

  /// Says that the body is no message, in the protocol's own form.
  ///
  /// @param why plain words without quotes
  static void writeMessage(HttpServletResponse response, String why) throws IOException {
    response.setStatus(400);
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":%d,\"message\":\"%s\"}}"
                .formatted(McpSchema.ErrorCodes.PARSE_ERROR, why));
  }

  /// @param why plain words without quotes
  static void write(HttpServletResponse response, int status, String why) throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .write("{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}".formatted(status, why));
  }
}
