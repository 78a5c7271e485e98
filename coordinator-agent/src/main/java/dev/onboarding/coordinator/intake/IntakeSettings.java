package dev.onboarding.coordinator.intake;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
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

  private static final int SHORTEST_SECRET = 32;

  public IntakeSettings {
    sources = Map.copyOf(sources);
    var tooShort = sources.entrySet().stream().flatMap(IntakeSettings::tooShort).sorted().toList();
    if (!tooShort.isEmpty()) {
      throw new IllegalArgumentException(
          "Webhook secrets of fewer than %d characters can be guessed; make longer: %s"
              .formatted(SHORTEST_SECRET, String.join(" and ", tooShort)));
    }
  }

  private static Stream<String> tooShort(Map.Entry<String, Source> source) {
    var name = source.getKey();
    return Stream.of(source.getValue().current(name), source.getValue().previous(name))
        .filter(secret -> isTooShort(secret.value()))
        .map(SecretSource::variable);
  }

  private static boolean isTooShort(@Nullable Secret secret) {
    return secret != null && !isLongEnough(secret);
  }

  static boolean isLongEnough(Secret secret) {
    return secret.reveal().strip().length() >= SHORTEST_SECRET;
  }

  /// One source.
  ///
  /// @param secret with which it signs; null or blank when it does not, or a file holds it
  /// @param secretFile a file that holds it, followed while the process runs
  /// @param previousSecret taken as well while one is being replaced; null or blank otherwise
  /// @param previousSecretFile a file that holds it; missing or empty when there is none
  /// @param client the client id of its access tokens; null when it signs
  /// @param tolerance how far its timestamps may be from now: 5 minutes, or 25 hours for a source
  ///   that sends an event again for a day
  public record Source(
      @Nullable Secret secret,
      @DefaultValue("") String secretFile,
      @Nullable Secret previousSecret,
      @DefaultValue("") String previousSecretFile,
      @Nullable String client,
      @DefaultValue("5m") Duration tolerance) {

    public Source {
      secret = isSet(secret) ? secret : null;
      previousSecret = isSet(previousSecret) ? previousSecret : null;
    }

    boolean canProveItself() {
      return !current("").isMissing() || !previous("").isMissing() || client != null;
    }

    SecretSource current(String name) {
      return new SecretSource(variable(name, "SECRET", "secret"), secret, secretFile);
    }

    SecretSource previous(String name) {
      return new SecretSource(
          variable(name, "SECRET_PREVIOUS", "previous-secret"), previousSecret, previousSecretFile);
    }

    /// How people know the setting: that of the source which is always there has a variable.
    private static String variable(String name, String variable, String property) {
      return name.equals("salesforce")
          ? "ONBOARDING_WEBHOOK_" + variable
          : "onboarding.intake.sources.%s.%s".formatted(name, property);
    }

    private static boolean isSet(@Nullable Secret secret) {
      return secret != null && !secret.isBlank();
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
