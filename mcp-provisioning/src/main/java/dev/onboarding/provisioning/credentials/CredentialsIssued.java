package dev.onboarding.provisioning.credentials;

import java.time.Instant;
import java.util.UUID;

/// Credentials of a tenant wait behind their link.
public record CredentialsIssued(UUID tenantId, Instant at) {}
