package dev.onboarding.coordinator.advice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How advice is asked for beside the runs.
///
/// @param threads decisions that are advised on at the same time on this node
/// @param tries how often it is begun for one decision, when nodes die over it; each may cost
/// @param retryDelay before it is begun again after our own store failed
/// @param staleAfter when nobody waits for it any more
@Validated
@ConfigurationProperties(prefix = "onboarding.late-advice", ignoreUnknownFields = false)
record LateAdviceSettings(
    @Min(1) @Max(200) @DefaultValue("8") int threads,
    @Min(1) @Max(10) @DefaultValue("3") int tries,
    @NotNull @DefaultValue("10s") Duration retryDelay,
    @NotNull @DefaultValue("1h") Duration staleAfter) {}
