package dev.onboarding.provisioning.tenant;

/// What a tenant may use, by its tier.
public record Entitlements(
    int users,
    int storageGb,
    int apiCallsPerMinute,
    boolean sso,
    boolean customReports,
    boolean basicReports,
    boolean dedicatedSupport) {}
