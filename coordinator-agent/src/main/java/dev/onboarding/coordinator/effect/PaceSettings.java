package dev.onboarding.coordinator.effect;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How fast messages may leave for one Slack channel, all nodes together.
///
/// @param rate messages per second; 0 when nobody limits them
/// @param burst how many may leave at once after a silence
/// @param patience how long a step waits for its turn by itself; for longer it comes back
/// @param missed how late a message may come to its turn and still take it
/// @param visibleAfter how long after a try of unknown outcome Slack's history is not yet believed
///   to be whole
@Validated
@ConfigurationProperties(prefix = "onboarding.slack-pace", ignoreUnknownFields = false)
public record PaceSettings(
    @DecimalMin("0") @DecimalMax("1000") @DefaultValue("1") double rate,
    @Min(1) @DefaultValue("4") int burst,
    @NotNull @DefaultValue("2s") Duration patience,
    @NotNull @DefaultValue("30s") Duration missed,
    @NotNull @DefaultValue("3s") Duration visibleAfter) {

  boolean limited() {
    return rate > 0;
  }

  /// Between two messages.
  Duration interval() {
    return Duration.ofNanos(Math.round(1e9 / rate));
  }
}
