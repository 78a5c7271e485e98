package dev.onboarding.coordinator;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Looks before anything is started whether everything is set that has no sensible default, and
/// names all that is missing at once.
final class RequiredSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Map<String, String> VARIABLES =
      Map.of(
          "onboarding.slack.token", "SLACK_TOKEN",
          "onboarding.decision.signing-key-file", "ONBOARDING_DECISION_SIGNING_KEY_FILE");

  @Override
  public void initialize(ConfigurableApplicationContext starting) {
    var environment = starting.getEnvironment();
    var missing =
        VARIABLES.entrySet().stream()
            .filter(setting -> environment.getProperty(setting.getKey(), "").isBlank())
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingSettingsException(missing);
    }
  }
}
