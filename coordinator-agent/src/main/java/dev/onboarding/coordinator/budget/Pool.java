package dev.onboarding.coordinator.budget;

/// A pool of concurrent calls.
///
/// @param taken permits in use now
/// @param waiting nodes that wait for one
public record Pool(String system, long permits, long taken, long waiting) {}
