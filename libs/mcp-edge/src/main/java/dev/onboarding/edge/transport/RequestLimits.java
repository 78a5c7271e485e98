package dev.onboarding.edge.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses, before anything is parsed, a protocol version that is not known and a body that is not
/// JSON in UTF-8, too large or too slow.
public final class RequestLimits extends OncePerRequestFilter {

  private final BodyReader bodies;
  private final Set<String> versions;

  public RequestLimits(BodyReader bodies, Set<String> versions) {
    this.bodies = bodies;
    this.versions = versions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String version = request.getHeader("MCP-Protocol-Version");
    if (version != null && !versions.contains(version)) {
      Refusal.write(response, 400, "MCP-Protocol-Version is not one of " + versions);
      return;
    }
    if ("POST".equals(request.getMethod()) && !isJson(request.getContentType())) {
      Refusal.write(response, 415, "The body must be application/json in UTF-8");
      return;
    }
    try {
      byte[] body = bodies.read(request);
      if ("POST".equals(request.getMethod()) && !isObject(body)) {
        Refusal.writeMessage(response, "The body is no JSON-RPC message that this server accepts.");
        return;
      }
      chain.doFilter(new BufferedRequest(request, body), response);
    } catch (BodyRefused refused) {
      response.setHeader("Connection", "close");
      Refusal.write(response, refused.status(), refused.why());
    }
  }

  /// Nothing else is a message; the library would fail at some of it.
  private static boolean isObject(byte[] body) {
    for (byte each : body) {
      if (!Character.isWhitespace(each)) {
        return each == '{';
      }
    }
    return false;
  }

  /// A page of another site can send other types without asking first.
  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return MediaType.APPLICATION_JSON.isCompatibleWith(type)
          && (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
