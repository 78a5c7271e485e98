package dev.onboarding.coordinator.pipeline;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where reports are also written as files.
@Validated
@ConfigurationProperties(prefix = "onboarding.reports", ignoreUnknownFields = false)
public record ReportSettings(@NotNull @DefaultValue("data/reports") Path directory) {}
