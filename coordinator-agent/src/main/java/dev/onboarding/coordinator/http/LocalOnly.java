package dev.onboarding.coordinator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Serves an address to this machine only, until callers can log in: not to other machines, not
/// through a proxy on this one, and not to a page that a browser loaded from elsewhere.
final class LocalOnly extends OncePerRequestFilter {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final JsonMapper json;
  private final Refusals refusals;

  LocalOnly(JsonMapper json, Refusals refusals) {
    this.json = json;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isLocal(request)) {
      chain.doFilter(request, response);
      return;
    }
    refusals.refused(ProblemType.LOCAL_ONLY);
    response.setStatus(ProblemType.LOCAL_ONLY.status().value());
    response.setContentType(Problem.MEDIA_TYPE);
    response
        .getOutputStream()
        .write(
            json.writeValueAsBytes(
                Problem.of(
                    ProblemType.LOCAL_ONLY,
                    "Call it on the machine itself, as localhost or 127.0.0.1.")));
  }

  private static boolean isLocal(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && NAMES.contains(hostOnly(request.getHeader("Host")))
        && isLocalOrigin(request.getHeader("Origin"))
        && !"cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && request.getHeader("Forwarded") == null
        && request.getHeader("X-Forwarded-For") == null;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException unreadable) {
      return false;
    }
  }

  /// A foreign name that resolves to this machine is an attack by DNS rebinding.
  private static String hostOnly(@Nullable String host) {
    return host == null ? "" : host.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }

  private static boolean isLocalOrigin(@Nullable String origin) {
    if (origin == null) {
      return true;
    }
    try {
      var host = URI.create(origin).getHost();
      return host != null && NAMES.contains(host);
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
