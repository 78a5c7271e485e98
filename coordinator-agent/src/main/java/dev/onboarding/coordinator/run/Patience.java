package dev.onboarding.coordinator.run;

import java.time.Duration;

/// When a step that cannot be performed now is tried again.
///
/// @param retries after a failure
/// @param pauses which upstreams people have paused
/// @param pausePoll how often a paused one is asked about
record Patience(RetryPolicy retries, Pauses pauses, Duration pausePoll) {}
