package dev.onboarding.allinone.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/// What the authorization server is made of.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  SslAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  // Serves nothing here; without a servlet no filter is asked.
  DispatcherServletAutoConfiguration.class,
})
@Import({IdentityEndpoints.class, RegisteredClients.class})
class IdentityApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  PasswordEncoder secrets() {
    return new RandomSecrets();
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(IdentitySettings settings) {
    try {
      return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(settings.signingKey().reveal())));
    } catch (ParseException e) {
      throw new IllegalStateException(
          "The signing key of the local authorization server is no RSA key in JWK form; delete its file to get a new one",
          e);
    }
  }

  /// Of the tokens that the server itself would be shown.
  @Bean
  JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(Resources resources, Clock clock) {
    return new TokenClaims(resources, clock);
  }

  @Bean
  OAuth2AuthorizationService logins(Clock clock) {
    return new Logins(clock);
  }

  @Bean
  Clients clients(Resources resources, IdentitySettings settings, PasswordEncoder secrets) {
    return new Clients(resources, settings, secrets);
  }

  @Bean
  RegisteredClientRepository registeredClientRepository(
      Clients clients, RegisteredClients.Kept kept) {
    return new KnownClients(clients.all(), kept.clients());
  }

  @Bean
  UserDetailsService person(IdentitySettings settings, PasswordEncoder secrets) {
    var person = settings.person();
    return new InMemoryUserDetailsManager(
        User.withUsername(person.name())
            .password(secrets.encode(person.password().reveal()))
            .authorities("PERSON")
            .build());
  }
}
