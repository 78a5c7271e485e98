package dev.onboarding.coordinator.effect;

import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How Slack is reached.
///
/// @param baseUrl of the Web API
/// @param token of the bot; goes before its file
/// @param tokenFile a file that holds it, followed while the process runs
/// @param channel where proceedings and escalations are told, by id or name
/// @param alertChannel where blocked runs are told, by id or name
/// @param timeout of one call
@Validated
@ConfigurationProperties(prefix = "onboarding.slack", ignoreUnknownFields = false)
public record SlackSettings(
    @NotNull @DefaultValue("https://slack.com/api") URI baseUrl,
    @Nullable Secret token,
    @DefaultValue("") String tokenFile,
    @NotBlank @DefaultValue("#cs-onboarding") String channel,
    @NotBlank @DefaultValue("#cs-onboarding-alerts") String alertChannel,
    @NotNull @DefaultValue("10s") Duration timeout) {

  /// @throws IllegalStateException naming the variable when there is no token
  Rotating<Secret> requiredToken(Clock clock) {
    var source = new SecretSource("SLACK_TOKEN", token, tokenFile);
    if (source.isMissing()) {
      throw new IllegalStateException("No Slack token: set " + source.variables());
    }
    return source.rotating(clock);
  }
}
