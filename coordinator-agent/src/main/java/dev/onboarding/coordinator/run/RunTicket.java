package dev.onboarding.coordinator.run;

import java.util.UUID;

/// What the scheduler keeps about an execution: only which run it is for.
record RunTicket(UUID run) {}
