package dev.onboarding.edge.security;

import dev.onboarding.edge.EdgeProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// Makes a server an OAuth 2.1 resource server as soon as an issuer is configured.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
public class EdgeSecurity {

  /// The condition of everything that there is only where callers have tokens.
  public static final String TOKENS_ARE_REQUIRED = "!'${mcp.tokens.issuer:}'.isBlank()";

  @Bean
  Admissions admissions(TokenProperties tokens, EdgeProperties server) {
    return new Admissions(tokens, server);
  }

  @Bean
  Scopes scopes(EdgeProperties server) {
    return new Scopes(server.name());
  }

  /// What there is only where callers have tokens.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression(TOKENS_ARE_REQUIRED)
  static class Required {

    @Bean
    ProtectedResource protectedResource(TokenProperties tokens, Scopes scopes) {
      return new ProtectedResource(tokens, scopes);
    }

    @Bean
    TokenFilters tokenFilters(
        TokenProperties tokens, ProtectedResource resource, MeterRegistry meters, Clock clock) {
      return new TokenFilters(
          new VerifiedTokens(TokenDecoder.of(tokens, clock), tokens, clock),
          new Challenges(resource, meters));
    }

    @Bean
    FilterRegistrationBean<FilterChainProxy> mcpCallers(TokenFilters filters) {
      return filters.before(AuthenticatedAuthorizationManager.authenticated(), "/mcp");
    }

    /// For everybody: a caller without a token learns here where tokens come from.
    @Bean
    RouterFunction<ServerResponse> protectedResourceMetadata(ProtectedResource resource) {
      var routes = RouterFunctions.route();
      resource
          .paths()
          .forEach(path ->
              routes.GET(
                  path,
                  request ->
                      ServerResponse.ok()
                          .contentType(MediaType.APPLICATION_JSON)
                          .body(resource.document())));
      return routes.build();
    }
  }
}
