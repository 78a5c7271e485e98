package dev.onboarding.coordinator.run;

import java.time.Instant;

/// The recorded intent to perform a step.
///
/// @param run as it stands after the intent was recorded
/// @param tries how often it was recorded, this time included
record Intent(Run run, String key, int tries, Instant firstTried) {}
