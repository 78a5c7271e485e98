package dev.onboarding.coordinator.run;

import java.time.Instant;

/// How often a step has failed in a row, and since when.
record Failing(int times, Instant since) {}
