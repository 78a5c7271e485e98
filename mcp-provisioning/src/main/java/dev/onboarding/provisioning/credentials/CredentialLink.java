package dev.onboarding.provisioning.credentials;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// Where the customer opens the credentials, once.
record CredentialLink(UUID tenantId, URI oneTimeLink, Instant expiresAt) {}
