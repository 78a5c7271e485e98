package dev.onboarding.coordinator.browser;

import dev.onboarding.coordinator.browser.CodeLogin.Attempt;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends a browser without a token to the login and shows the token that it brings back. Only pages
/// are read by it: whoever would change something shows a token in a header, which no foreign page
/// can make a browser send.
final class BrowserLogin extends OncePerRequestFilter {

  static final String CALLBACK = "/login/callback";

  private static final Logger log = LoggerFactory.getLogger(BrowserLogin.class);
  private static final String TOKEN = "ONBOARDING_TOKEN";
  private static final String ATTEMPT = "ONBOARDING_ATTEMPT";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(15);

  private final CodeLogin login;
  private final CodeExchange exchange;

  BrowserLogin(CodeLogin login, CodeExchange exchange) {
    this.login = login;
    this.exchange = exchange;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().equals(CALLBACK)) {
      finish(request, response);
      return;
    }
    if (!wantsAPage(request)) {
      chain.doFilter(request, response);
      return;
    }
    String token = cookie(request, TOKEN);
    if (token == null) {
      begin(request, response);
    } else {
      chain.doFilter(new Shown(request, token), response);
    }
  }

  private static boolean wantsAPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return "GET".equals(request.getMethod())
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && accepted != null
        && accepted.contains("text/html");
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String query = request.getQueryString();
    var attempt = Attempt.to(request.getRequestURI() + (query == null ? "" : "?" + query));
    keep(response, ATTEMPT, attempt.written(), CALLBACK, PATIENCE);
    response.sendRedirect(login.address(attempt));
  }

  private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String code = request.getParameter("code");
    String state = request.getParameter("state");
    Attempt attempt = attempt(request);
    if (code == null || state == null || attempt == null || !attempt.isOf(state)) {
      refuse(response, 400, "No login is under way in this browser. Open the link again.");
      return;
    }
    try {
      var token = exchange.token(code, attempt.verifier());
      keep(response, ATTEMPT, "", CALLBACK, Duration.ZERO);
      keep(response, TOKEN, token.value(), "/api", token.life().minus(BEFORE_ITS_END));
      response.sendRedirect(attempt.target());
    } catch (IOException failed) {
      log.warn("A login could not be finished: {}", failed.getMessage());
      refuse(response, 502, "The login could not be finished. Open the link again.");
    }
  }

  private static @Nullable Attempt attempt(HttpServletRequest request) {
    String cookie = cookie(request, ATTEMPT);
    try {
      return cookie == null ? null : Attempt.read(cookie);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  private void keep(
      HttpServletResponse response, String name, String value, String path, Duration life) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path(path)
            .httpOnly(true)
            .secure("https".equals(login.redirect().getScheme()))
            .sameSite("Lax")
            .maxAge(life)
            .build()
            .toString());
  }

  private static void refuse(HttpServletResponse response, int status, String why)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(why);
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /// The request as if the browser had shown the token itself.
  private static final class Shown extends HttpServletRequestWrapper {

    private final String bearer;

    Shown(HttpServletRequest request, String token) {
      super(request);
      this.bearer = "Bearer " + token;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) ? bearer : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name)
          ? Collections.enumeration(List.of(bearer))
          : super.getHeaders(name);
    }
  }
}
