package dev.onboarding.provisioning.idempotency;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the answer to an idempotency key is remembered.
///
/// @param keep 90 days at least: longer than anybody repeats a call
@ConfigurationProperties(prefix = "provisioning.answers", ignoreUnknownFields = false)
public record AnswerProperties(@DefaultValue("400d") Period keep) {

  private static final int SHORTEST = 90;

  public AnswerProperties {
    if (LocalDate.EPOCH.plus(keep).toEpochDay() < SHORTEST) {
      throw new IllegalArgumentException(
          "provisioning.answers.keep is %s: give 90d or more".formatted(keep));
    }
  }
}
