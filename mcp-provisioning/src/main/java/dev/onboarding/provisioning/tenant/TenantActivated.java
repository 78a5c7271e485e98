package dev.onboarding.provisioning.tenant;

import java.time.Instant;
import java.util.UUID;

/// A tenant can be used from now on.
public record TenantActivated(UUID tenantId, Instant at) {}
