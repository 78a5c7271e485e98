package dev.onboarding.coordinator.candidate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much of a node a comparison takes.
///
/// @param threads decide side by side
/// @param listed so many changed runs are named; all are counted
@Validated
@ConfigurationProperties(prefix = "onboarding.comparison", ignoreUnknownFields = false)
public record CandidateSettings(
    @DefaultValue("2") @Min(1) @Max(16) int threads,
    @DefaultValue("5000") @Min(1) @Max(100000) int listed) {}
