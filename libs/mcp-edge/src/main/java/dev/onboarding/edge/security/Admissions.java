package dev.onboarding.edge.security;

import dev.onboarding.edge.EdgeProperties;
import io.modelcontextprotocol.common.McpTransportContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/// Begins the admission of each request by what the server's configuration asks of callers.
public final class Admissions {

  private final @Nullable Scopes scopes;

  public Admissions(TokenProperties tokens, EdgeProperties server) {
    this.scopes = tokens.areRequired() ? new Scopes(server.name()) : null;
  }

  public McpTransportContext begin(ServerRequest request) {
    return Admission.begin(request, scopes);
  }
}
