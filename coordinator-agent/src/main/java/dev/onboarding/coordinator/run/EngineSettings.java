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
/// @param maxTries how often a step may fail in a row before a person must look
/// @param retryDelay before the second try; doubled for each further one
/// @param maxRetryDelay the longest of these delays
/// @param shutdownPatience how long running executions may finish when the process stops
@Validated
@ConfigurationProperties(prefix = "onboarding.engine", ignoreUnknownFields = false)
public record EngineSettings(
    @DefaultValue("approve-all") String mode,
    @Min(1) @DefaultValue("50") int threads,
    @NotNull @DefaultValue("1s") Duration pollInterval,
    @NotNull @DefaultValue("2s") Duration heartbeat,
    @Min(1) @DefaultValue("6") int maxTries,
    @NotNull @DefaultValue("2s") Duration retryDelay,
    @NotNull @DefaultValue("1m") Duration maxRetryDelay,
    @NotNull @DefaultValue("10s") Duration shutdownPatience) {

  public EngineSettings {
    Mode.parse(mode);
  }

  Mode defaultMode() {
    return Mode.parse(mode);
  }
}
