package dev.onboarding.sandbox.slack;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may post, and where.
@ConfigurationProperties("sandbox.slack")
public record SlackSettings(
    @DefaultValue("xoxb-sandbox") String token,
    @DefaultValue({"cs-onboarding", "cs-onboarding-alerts"}) List<String> channels) {

  public SlackSettings {
    channels = List.copyOf(channels);
  }
}
