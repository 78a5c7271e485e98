package dev.onboarding.coordinator.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the scheduler keeps about an execution: which run it is for, and by which wake-up.
///
/// @param ticket null when a version planned it that knew none
record RunTicket(UUID run, @Nullable Long ticket) {}
