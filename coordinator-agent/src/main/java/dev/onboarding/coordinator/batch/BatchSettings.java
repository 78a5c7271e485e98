package dev.onboarding.coordinator.batch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How many accounts may be asked about at once, and how they are read.
///
/// @param maxAccounts accounts of one batch, given or found
/// @param maxBody largest body of a request that lists accounts
/// @param chunkSize accounts that are read together; the list tools take no more than 200
/// @param queueBound accounts of all batches that may wait before a further batch is turned away
/// @param tries how often a chunk is read while a system is out, before that is what is judged
/// @param retryDelay before the second reading; doubled for each further one
/// @param maxRetryDelay the longest of these delays
@Validated
@ConfigurationProperties(prefix = "onboarding.batch", ignoreUnknownFields = false)
public record BatchSettings(
    @Min(1) @Max(100_000) @DefaultValue("10000") int maxAccounts,
    @NotNull @DefaultValue("1MB") DataSize maxBody,
    @Min(1) @Max(200) @DefaultValue("200") int chunkSize,
    @Min(1) @DefaultValue("50000") int queueBound,
    @Min(1) @DefaultValue("8") int tries,
    @NotNull @DefaultValue("30s") Duration retryDelay,
    @NotNull @DefaultValue("10m") Duration maxRetryDelay,
    @Valid @NotNull @DefaultValue Schedule schedule) {

  /// When every deal won lately without a run is started by itself.
  ///
  /// @param cron six fields beginning with seconds, in the company's zone; `-` for never
  /// @param days how far back a deal may have been won
  public record Schedule(
      @NotBlank @DefaultValue("-") String cron, @Min(1) @Max(3_650) @DefaultValue("30") int days) {}

  /// How long to wait after so many readings that failed.
  Duration delayAfter(int readings) {
    long doubled = retryDelay.toMillis() << Math.min(readings - 1, 20);
    return Duration.ofMillis(Math.min(doubled, maxRetryDelay.toMillis()));
  }
}
