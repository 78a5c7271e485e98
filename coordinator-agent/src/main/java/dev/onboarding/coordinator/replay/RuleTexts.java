package dev.onboarding.coordinator.replay;

import java.util.Optional;

/// Where the texts of rule sets are found by digest.
public interface RuleTexts {

  Optional<String> of(String digest);
}
