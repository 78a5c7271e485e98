package dev.onboarding.coordinator.browser;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.coordinator.pipeline.CompanySettings;
import dev.onboarding.edge.security.Scopes;
import dev.onboarding.edge.security.TokenProperties;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Offers the login where an issuer is configured that has one.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrowserSettings.class)
public class BrowserConfiguration {

  /// Before tokens are looked at.
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 90;

  @Bean
  @ConditionalOnExpression("!'${onboarding.browser.authorize-url:}'.isBlank()")
  FilterRegistrationBean<BrowserLogin> browserLogin(
      BrowserSettings settings,
      ClientProperties client,
      TokenProperties tokens,
      CompanySettings company,
      Scopes scopes,
      Clock clock) {
    var login =
        new CodeLogin(
            URI.create(settings.authorizeUrl()),
            client.id(),
            company.publicUrl().resolve(BrowserLogin.CALLBACK),
            tokens.audience(),
            scopes.read());
    var filter =
        new FilterRegistrationBean<>(
            new BrowserLogin(login, new CodeExchange(client, login, clock)));
    filter.addUrlPatterns("/api/*", BrowserLogin.CALLBACK);
    filter.setOrder(ORDER);
    return filter;
  }
}
