package dev.onboarding.coordinator.http;

import dev.onboarding.edge.security.EdgeSecurity;
import dev.onboarding.edge.security.Scopes;
import dev.onboarding.edge.security.TokenFilters;
import dev.onboarding.edge.security.TokenProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.FilterChainProxy;
import tools.jackson.databind.json.JsonMapper;

/// Assembles what every HTTP caller meets.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
public class HttpConfiguration {

  @Bean
  Refusals refusals(MeterRegistry meters) {
    return new Refusals(meters);
  }

  @Bean
  Problems problems(Refusals refusals, Clock clock) {
    return new Problems(refusals, clock);
  }

  @Bean
  StrictJson strictJson(JsonMapper json, HttpSettings settings) {
    return new StrictJson(json, settings.maxBody());
  }

  @Bean
  FilterRegistrationBean<LocalOnly> localOnly(
      JsonMapper json, Refusals refusals, TokenProperties tokens) {
    var filter = new FilterRegistrationBean<>(new LocalOnly(json, refusals));
    // Whoever shows a token may be anywhere; demonstrations ask for none.
    filter.setUrlPatterns(tokens.areRequired() ? List.of("/demo/*") : List.of("/api/*", "/demo/*"));
    return filter;
  }

  @Bean
  @ConditionalOnExpression(EdgeSecurity.TOKENS_ARE_REQUIRED)
  FilterRegistrationBean<FilterChainProxy> apiCallers(TokenFilters filters, Scopes scopes) {
    return filters.before(new ApiRule(scopes), "/api/*");
  }
}
