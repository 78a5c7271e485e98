package dev.onboarding.edge.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/// Puts the filters together that stand before a part of a server. No session is made, and nothing
/// is remembered of a request but who sent it.
public final class TokenFilters {

  /// After what refuses other machines, before anything is read.
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

  private final AuthenticationManager tokens;
  private final Challenges challenges;

  TokenFilters(AuthenticationManager tokens, Challenges challenges) {
    this.tokens = tokens;
    this.challenges = challenges;
  }

  /// @param rule what a verified caller may do; refuses with a [Need]
  /// @param patterns of the servlet container
  public FilterRegistrationBean<FilterChainProxy> before(
      AuthorizationManager<HttpServletRequest> rule, String... patterns) {
    var registration = new FilterRegistrationBean<>(chain(rule));
    registration.addUrlPatterns(patterns);
    registration.setOrder(ORDER);
    return registration;
  }

  private FilterChainProxy chain(AuthorizationManager<HttpServletRequest> rule) {
    // 1. Who is it: a token that is no good ends here.
    var bearer = new BearerTokenAuthenticationFilter(tokens);
    bearer.setAuthenticationEntryPoint(challenges);
    bearer.setAuthenticationFailureHandler(challenges);
    // 2. Turns the refusals of what follows into answers; a request to come back to is not kept.
    var refusals = new ExceptionTranslationFilter(challenges, new NullRequestCache());
    refusals.setAccessDeniedHandler(challenges);
    // 3. May it: without a token nothing is allowed.
    var allowed = new AuthorizationFilter(rule);
    var filters =
        new FilterChainProxy(
            new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE, List.of(bearer, refusals, allowed)));
    filters.setFirewall(firewall());
    return filters;
  }

  /// Allows what the library's own rules allow; those are regular expressions over every header of
  /// every request, and nearly no header needs them.
  private static StrictHttpFirewall firewall() {
    Predicate<String> printable = TokenFilters::isPrintableAscii;
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(printable.or(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
    firewall.setAllowedHeaderValues(printable.or(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
    return firewall;
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
