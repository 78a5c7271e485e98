package dev.onboarding.edge.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.web.filter.OncePerRequestFilter;

/// Serves callers of this machine only, where callers do not say who they are.
public final class LocalCallers extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
      chain.doFilter(request, response);
    } else {
      Refusal.write(
          response,
          403,
          "Callers from other machines are not served here; see mcp.edge.remote-callers.");
    }
  }
}
