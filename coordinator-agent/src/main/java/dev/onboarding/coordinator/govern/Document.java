package dev.onboarding.coordinator.govern;

import java.time.Instant;

/// A document as it was stored; it never changes.
public record Document(
    DocumentKind kind,
    String digest,
    String version,
    String content,
    String storedBy,
    Instant storedAt) {}
