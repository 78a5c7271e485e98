package dev.onboarding.coordinator.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a run has cost at one system.
///
/// @param operationClass `read`, `write` or `token`
/// @param millis spent waiting for the system, all calls together
/// @param shareOfQuota of the allocation the calls were counted against; null where there is none
public record RunCost(
    String system,
    String operationClass,
    long calls,
    long bytesOut,
    long bytesIn,
    long millis,
    @Nullable BigDecimal shareOfQuota) {}
