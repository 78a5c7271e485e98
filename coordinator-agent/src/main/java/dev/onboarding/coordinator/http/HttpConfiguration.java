package dev.onboarding.coordinator.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
  FilterRegistrationBean<LocalOnly> localOnly(JsonMapper json, Refusals refusals) {
    var filter = new FilterRegistrationBean<>(new LocalOnly(json, refusals));
    filter.addUrlPatterns("/api/*", "/demo/*");
    return filter;
  }
}
