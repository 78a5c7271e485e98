package dev.onboarding.coordinator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Serves an address to this machine only, where callers show no token: not to other machines, not
/// through a proxy on this one, and not to a page that a browser loaded from elsewhere.
final class LocalOnly extends OncePerRequestFilter {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Besides every `X-Forwarded-…`.
  private static final Set<String> PROXIES = Set.of("forwarded", "via", "x-real-ip");

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
    refusals.refused(ProblemType.LOCAL_ONLY.code());
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
        && isOwnOrigin(request)
        && isOwnSite(request.getHeader("Sec-Fetch-Site"))
        && Collections.list(request.getHeaderNames()).stream().noneMatch(LocalOnly::isOfAProxy);
  }

  private static boolean isOfAProxy(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return PROXIES.contains(name) || name.startsWith("x-forwarded-");
  }

  /// Another port of this machine is another server, and a page of it no page of ours.
  private static boolean isOwnOrigin(HttpServletRequest request) {
    var origin = request.getHeader("Origin");
    return origin == null
        || origin.equalsIgnoreCase(request.getScheme() + "://" + request.getHeader("Host").strip());
  }

  /// What a browser says of the page that asks; other callers say nothing.
  private static boolean isOwnSite(@Nullable String site) {
    return site == null || site.equals("same-origin") || site.equals("none");
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
}
