package dev.onboarding.coordinator.run;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How many runs are executed at once, and how patiently.
///
/// @param mode how far a run may go; a trigger can only ask for a stricter one
/// @param threads runs executed at the same time on this node
/// @param pollInterval how often the queue is looked at without being told
/// @param heartbeat how often an execution says that it is alive; after four missed ones another
///   node takes it over
/// @param patience how long a step is tried again while its failure may pass, before a person must
///   look
/// @param retryDelay before the second try; doubled for each further one
/// @param maxRetryDelay the longest of these delays
/// @param promptFor how long a failing step is tried at least every ten seconds
/// @param pausePoll how often a run asks whether the upstream it waits for is still paused
/// @param forgottenAfter after how long an open run without a planned execution gets one
/// @param shutdownPatience how long running executions may finish when the process stops
@Validated
@ConfigurationProperties(prefix = "onboarding.engine", ignoreUnknownFields = false)
public record EngineSettings(
    @DefaultValue("approve-all") String mode,
    @Min(1) @DefaultValue("50") int threads,
    @NotNull @DefaultValue("1s") Duration pollInterval,
    @NotNull @DefaultValue("2s") Duration heartbeat,
    @NotNull @DefaultValue("24h") Duration patience,
    @NotNull @DefaultValue("2s") Duration retryDelay,
    @NotNull @DefaultValue("5m") Duration maxRetryDelay,
    @NotNull @DefaultValue("2m") Duration promptFor,
    @NotNull @DefaultValue("15s") Duration pausePoll,
    @NotNull @DefaultValue("1m") Duration forgottenAfter,
    @NotNull @DefaultValue("10s") Duration shutdownPatience) {

  public EngineSettings {
    Mode.parse(mode);
  }

  public Mode defaultMode() {
    return Mode.parse(mode);
  }
}
