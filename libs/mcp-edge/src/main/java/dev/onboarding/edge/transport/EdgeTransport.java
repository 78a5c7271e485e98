package dev.onboarding.edge.transport;

import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/// The library's stateless HTTP transport with our handler in front of the server's.
public final class EdgeTransport implements McpStatelessServerTransport {

  private final WebMvcStatelessServerTransport http;

  public EdgeTransport(WebMvcStatelessServerTransport http) {
    this.http = http;
  }

  public RouterFunction<ServerResponse> routes() {
    return http.getRouterFunction();
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    http.setMcpHandler(new DottedNames(handler));
  }

  @Override
  public Mono<Void> closeGracefully() {
    return http.closeGracefully();
  }

  @Override
  public List<String> protocolVersions() {
    return http.protocolVersions();
  }
}
