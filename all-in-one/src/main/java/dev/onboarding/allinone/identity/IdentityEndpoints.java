package dev.onboarding.allinone.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2ClientRegistration;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// The addresses of the authorization server: its protocol, and the page on which a person logs in.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IdentityEndpoints {

  private static final String LOGIN = "/login";

  /// Whoever asks for a code without having logged in is sent to the login page; everybody else
  /// gets the protocol's own refusals.
  @Bean
  @Order(1)
  SecurityFilterChain protocol(
      HttpSecurity http, Clients clients, Resources resources, Clock clock) {
    http.oauth2AuthorizationServer(server -> {
      http.securityMatcher(server.getEndpointsMatcher());
      server
          // An assistant without a secret looks here whether it will be let in.
          .authorizationServerMetadataEndpoint(metadata ->
              metadata.authorizationServerMetadataCustomizer(told ->
                  told.tokenEndpointAuthenticationMethods(
                      methods -> methods.add(ClientAuthenticationMethod.NONE.getValue()))))
          .authorizationEndpoint(authorization ->
              authorization.authenticationProviders(
                  providers -> providers.forEach(IdentityEndpoints::withOurRedirects)))
          .clientRegistrationEndpoint(registration ->
              registration
                  .openRegistrationAllowed(true)
                  .authenticationProviders(providers ->
                      providers.forEach(
                          provider -> withOurLimits(provider, clients, resources, clock))));
    });
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(HttpMethod.POST, "/oauth2/register")
                .permitAll()
                .anyRequest()
                .authenticated())
        .exceptionHandling(refusals ->
            refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain login(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(withDefaults())
        .build();
  }

  private static void withOurRedirects(AuthenticationProvider provider) {
    if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
      codes.setAuthenticationValidator(context -> {
        Redirects.requested(context);
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(
            context);
      });
    }
  }

  private static void withOurLimits(
      AuthenticationProvider provider, Clients clients, Resources resources, Clock clock) {
    if (provider instanceof OAuth2ClientRegistrationAuthenticationProvider registration) {
      registration.setAuthenticationValidator(context -> {
        Redirects.registered(context);
        requireScopesOfAssistants(context, resources);
      });
      registration.setRegisteredClientConverter(asked -> registered(asked, clients, clock));
    }
  }

  private static void requireScopesOfAssistants(
      OAuth2ClientRegistrationAuthenticationContext context, Resources resources) {
    OAuth2ClientRegistrationAuthenticationToken request = context.getAuthentication();
    var asked = request.getClientRegistration().getScopes();
    if (asked != null && !resources.scopesForAssistants().containsAll(asked)) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(
              OAuth2ErrorCodes.INVALID_SCOPE, "A scope is none that an assistant may have", null));
    }
  }

  /// Whatever it asks for, it becomes a client without a secret, for which a person is asked first.
  private static RegisteredClient registered(
      OAuth2ClientRegistration asked, Clients clients, Clock clock) {
    String id = UUID.randomUUID().toString();
    String name = asked.getClientName();
    return clients
        .publicClient(RegisteredClient.withId(id).clientId(id), true)
        .clientIdIssuedAt(clock.instant())
        .clientName(name == null || name.length() > 100 ? "An assistant" : name)
        .redirectUris(addresses -> addresses.addAll(asked.getRedirectUris()))
        .build();
  }
}
