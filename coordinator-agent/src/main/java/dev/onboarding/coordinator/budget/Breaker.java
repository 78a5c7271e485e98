package dev.onboarding.coordinator.budget;

import java.time.Instant;

/// How a breaker of one node stands.
///
/// @param operationClass `read`, `write` or `token`
/// @param state `closed`, `open` or `half_open`
public record Breaker(
    String system, String operationClass, String state, Instant since, String node) {}
