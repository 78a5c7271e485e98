package dev.onboarding.edge.security;

import dev.onboarding.edge.EdgeJson;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/// Answers callers who are not let in: 401 with the way to a token, 403 with the scope that is
/// missing, 503 while tokens cannot be checked. Nothing of the token comes back.
final class Challenges
    implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

  private static final Logger log = LoggerFactory.getLogger(Challenges.class);
  private static final String COME_AGAIN = "1";

  private final ProtectedResource resource;
  private final MeterRegistry meters;

  Challenges(ProtectedResource resource, MeterRegistry meters) {
    this.resource = resource;
    this.meters = meters;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof OAuth2AuthenticationException) {
      String detail = "The access token is not valid for this server";
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, resource.challenge("invalid_token", detail, null));
      answer(response, HttpStatus.UNAUTHORIZED, "token-invalid", detail + ".");
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, resource.challenge());
      answer(
          response,
          HttpStatus.UNAUTHORIZED,
          "token-missing",
          "Send an access token: Authorization: Bearer ...");
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (!(why instanceof AuthenticationServiceException)) {
      commence(request, response, why);
      return;
    }
    log.warn("A token could not be checked: {}", String.valueOf(why.getCause()));
    response.setHeader(HttpHeaders.RETRY_AFTER, COME_AGAIN);
    answer(
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        "identity-unavailable",
        "The keys of the token's issuer cannot be read now; come again.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    Need need =
        why instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof Need needed
            ? needed
            : new Need("", "This is not open to the caller", "not-allowed");
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        resource.challenge("insufficient_scope", need.reason(), need.scope()));
    answer(response, HttpStatus.FORBIDDEN, need.code(), need.reason() + ".");
  }

  private void answer(HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    meters.counter("callers.refused", "reason", code).increment();
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:onboarding:problem:" + code);
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(EdgeJson.mapper().writeValueAsBytes(problem));
  }
}
