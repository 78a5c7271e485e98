package dev.onboarding.coordinator.http;

import dev.onboarding.edge.security.Caller;
import dev.onboarding.edge.security.Need;
import dev.onboarding.edge.security.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/// What a token may do at `/api`: reading needs one scope, everything else another, and an answer
/// to an escalation a third that only a person's login gives.
final class ApiRule implements AuthorizationManager<HttpServletRequest> {

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);

  private final Scopes scopes;

  ApiRule(Scopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication, HttpServletRequest request) {
    Authentication known = authentication.get();
    if (known == null || !(known.getPrincipal() instanceof Caller caller)) {
      return new AuthorizationDecision(false);
    }
    String scope = needed(request);
    if (scope.equals(scopes.approve()) && !caller.isPerson()) {
      return new Need(
          scope, "Only a person who has logged in answers an escalation", "person-needed");
    }
    return caller.has(scope) ? GRANTED : Need.scope(scope);
  }

  private String needed(HttpServletRequest request) {
    if (READING.contains(request.getMethod())) {
      return scopes.read();
    }
    return request.getRequestURI().endsWith("/approval") ? scopes.approve() : scopes.write();
  }
}
