package dev.onboarding.contract.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much one call may ask for.
///
/// @param maxAccounts accounts of one call
/// @param batchSize accounts that the contract server is asked for at once
@Validated
@ConfigurationProperties(prefix = "contract-agent.limits", ignoreUnknownFields = false)
record AssessmentLimits(
    @Min(1) @Max(200) @DefaultValue("200") int maxAccounts,
    @Min(2) @Max(200) @DefaultValue("200") int batchSize) {}
