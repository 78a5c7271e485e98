package dev.onboarding.edge.transport;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Serves the hosts that are allowed, and of the pages in a browser those that are allowed or come
/// from such a host themselves, before a body is read. A name that was rebound to this address is a
/// foreign host.
public final class SameOrigin extends OncePerRequestFilter {

  private static final Set<String> WEB = Set.of("http", "https");

  private final ServerHttpHeaderValidator listed;

  public SameOrigin(List<String> allowedHosts, List<String> allowedOrigins) {
    this.listed =
        DefaultServerTransportSecurityValidator.builder()
            .allowedHosts(allowedHosts)
            .allowedOrigins(allowedOrigins)
            .build();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<String> hosts = Collections.list(request.getHeaders("Host"));
    List<String> origins = Collections.list(request.getHeaders("Origin"));
    if (serves(hosts, origins)) {
      chain.doFilter(request, response);
    } else {
      Refusal.write(response, 403, "This Host or Origin is not served here");
    }
  }

  boolean serves(List<String> hosts, List<String> origins) {
    if (hosts.size() != 1 || origins.size() > 1) {
      return false;
    }
    List<String> foreign =
        !origins.isEmpty() && isOwn(origins.getFirst(), hosts.getFirst()) ? List.of() : origins;
    try {
      listed.validate(new Seen(hosts, foreign));
      return true;
    } catch (ServerTransportSecurityException e) {
      return false;
    }
  }

  /// The two headers that are looked at.
  private record Seen(List<String> hosts, List<String> origins) implements HeaderAccessor {

    @Override
    public List<String> getHeader(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "host" -> hosts;
        case "origin" -> origins;
        default -> List.of();
      };
    }

    @Override
    public List<String> getHeaderNames() {
      return List.of("Host", "Origin");
    }
  }

  private static boolean isOwn(String origin, String host) {
    try {
      URI uri = URI.create(origin);
      return isWeb(uri.getScheme())
          && host.equalsIgnoreCase(uri.getRawAuthority())
          && uri.getRawPath().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isWeb(@Nullable String scheme) {
    return scheme != null && WEB.contains(scheme.toLowerCase(Locale.ROOT));
  }
}
