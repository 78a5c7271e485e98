package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.api.Ask;
import dev.onboarding.coordinator.api.RunPages;
import dev.onboarding.coordinator.pipeline.CompanySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Puts the tools together.
@Configuration(proxyBeanMethods = false)
@Import(AssistantMaterials.class)
public class AssistantConfiguration {

  @Bean
  OnboardingTools onboardingTools(Ask ask, RunPages pages, CompanySettings company) {
    return new OnboardingTools(ask, pages, company.publicUrl());
  }
}
