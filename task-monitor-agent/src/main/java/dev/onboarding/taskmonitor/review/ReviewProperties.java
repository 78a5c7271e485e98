package dev.onboarding.taskmonitor.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How late tasks are reviewed.
///
/// @param escalateAfterDays a task that has been late for so many calendar days is escalated
/// @param pageSize tasks that are read at once
/// @param maxPages pages after which a review gives up rather than go on for ever
@Validated
@ConfigurationProperties(prefix = "task-monitor-agent.review", ignoreUnknownFields = false)
record ReviewProperties(
    @Min(1) @DefaultValue("3") int escalateAfterDays,
    @Min(1) @Max(200) @DefaultValue("200") int pageSize,
    @Min(1) @DefaultValue("100") int maxPages) {}
