package dev.onboarding.coordinator.reminder;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// When late tasks are looked at.
///
/// @param cron six fields beginning with seconds, in the company's zone; `-` for never
@Validated
@ConfigurationProperties(prefix = "onboarding.reminders", ignoreUnknownFields = false)
public record ReminderSettings(@NotBlank @DefaultValue("0 0 8 * * *") String cron) {}
