package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.Secret;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who may ask for onboardings, and how they prove who they are.
///
/// @param sources by the name that stands in the body
/// @param tokens how access tokens are checked; null when none are accepted
@Validated
@ConfigurationProperties(prefix = "onboarding.intake", ignoreUnknownFields = false)
public record IntakeSettings(
    @DefaultValue Map<String, @Valid Source> sources, @Valid @Nullable Tokens tokens) {

  public IntakeSettings {
    sources = Map.copyOf(sources);
  }

  /// One source.
  ///
  /// @param secrets with which it signs; two at a time while one is being replaced
  /// @param client the client id of its access tokens; null when it signs
  /// @param tolerance how far its timestamps may be from now: 5 minutes, or 25 hours for a source
  ///   that sends an event again for a day
  public record Source(
      @DefaultValue List<Secret> secrets,
      @Nullable String client,
      @DefaultValue("5m") Duration tolerance) {

    private static final int MOST_SECRETS = 2;

    public Source {
      secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
      if (secrets.size() > MOST_SECRETS) {
        throw new IllegalArgumentException("A source has at most two secrets at a time");
      }
    }

    boolean canProveItself() {
      return !secrets.isEmpty() || client != null;
    }
  }

  /// How access tokens (OAuth 2.0 client credentials, JWT) are checked.
  ///
  /// @param jwkSetUri where the issuer's keys are, fetched when first needed
  /// @param audience the one audience that means this coordinator
  /// @param scope what a token must be allowed
  public record Tokens(
      String issuer,
      URI jwkSetUri,
      String audience,
      @DefaultValue("onboarding.trigger") String scope) {}
}
