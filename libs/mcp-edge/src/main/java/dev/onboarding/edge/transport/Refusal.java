package dev.onboarding.edge.transport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// An answer that says no before anything is parsed.
final class Refusal {

  private Refusal() {}

  /// @param why plain words without quotes
  static void write(HttpServletResponse response, int status, String why) throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .write("{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}".formatted(status, why));
  }
}
