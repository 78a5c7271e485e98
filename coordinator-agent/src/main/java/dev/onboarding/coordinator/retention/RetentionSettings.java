package dev.onboarding.coordinator.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long ended runs are kept.
///
/// @param runs from the end of a run until all of it is removed, 30 days at least
/// @param journal from the end of a run until what its steps answered is removed, 7 days at least
///   and no longer than the run
/// @param cron when it is looked for what is due: six fields beginning with seconds, in the
///   company's zone; `-` for never
/// @param chunk how many runs are removed in one transaction
/// @param sweepEvery how often each node looks for files of runs that are gone or erased
@Validated
@ConfigurationProperties(prefix = "onboarding.retention", ignoreUnknownFields = false)
public record RetentionSettings(
    @NotNull @DefaultValue("3y") Period runs,
    @NotNull @DefaultValue("1y") Period journal,
    @NotBlank @DefaultValue("0 30 2 * * *") String cron,
    @Min(1) @Max(5_000) @DefaultValue("200") int chunk,
    @NotNull @DefaultValue("1h") Duration sweepEvery) {

  private static final int SHORTEST_RUNS = 30;
  private static final int SHORTEST_JOURNAL = 7;

  public RetentionSettings {
    atLeast("runs", runs, SHORTEST_RUNS);
    atLeast("journal", journal, SHORTEST_JOURNAL);
    if (days(journal) > days(runs)) {
      throw new IllegalArgumentException(
          "onboarding.retention.journal is %s: give no more than that of runs, %s"
              .formatted(journal, runs));
    }
    if (sweepEvery.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "onboarding.retention.sweep-every is %s: give 1m or more".formatted(sweepEvery));
    }
  }

  private static void atLeast(String name, Period period, int shortest) {
    if (days(period) < shortest) {
      throw new IllegalArgumentException(
          "onboarding.retention.%s is %s: give %dd or more, for example 2y"
              .formatted(name, period, shortest));
    }
  }

  private static long days(Period period) {
    return LocalDate.EPOCH.plus(period).toEpochDay();
  }
}
