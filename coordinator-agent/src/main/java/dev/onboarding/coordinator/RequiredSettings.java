package dev.onboarding.coordinator;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;

/// Looks before anything is started whether everything is set that has no sensible default, and
/// names all that is missing at once.
final class RequiredSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Map<String, String> VARIABLES =
      Map.of(
          "onboarding.slack.token", "SLACK_TOKEN",
          "onboarding.decision.signing-key", "ONBOARDING_DECISION_SIGNING_KEY");

  @Override
  public void initialize(ConfigurableApplicationContext starting) {
    var environment = starting.getEnvironment();
    var missing =
        VARIABLES.entrySet().stream()
            .filter(setting -> isMissing(environment, setting.getKey()))
            .map(setting -> "%1$s (or %1$s_FILE)".formatted(setting.getValue()))
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new MissingSettingsException(missing);
    }
  }

  private static boolean isMissing(PropertyResolver environment, String setting) {
    return environment.getProperty(setting, "").isBlank()
        && environment.getProperty(setting + "-file", "").isBlank();
  }
}
