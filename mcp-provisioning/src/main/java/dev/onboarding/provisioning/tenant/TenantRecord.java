package dev.onboarding.provisioning.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant as callers see it.
///
/// @param loginUrl where the customer logs in; null until the provisioner has named it
/// @param statusReason why it is FAILED
record TenantRecord(
    UUID tenantId,
    String accountId,
    ServiceTier tier,
    TenantStatus status,
    @Nullable String loginUrl,
    Instant createdAt,
    Entitlements entitlements,
    @Nullable String statusReason) {

  static TenantRecord of(Tenant tenant) {
    return new TenantRecord(
        tenant.tenantId(),
        tenant.accountId(),
        tenant.tier(),
        tenant.status(),
        tenant.loginUrl(),
        tenant.createdAt(),
        tenant.tier().entitlements(),
        tenant.status() == TenantStatus.FAILED ? tenant.failureMessage() : null);
  }
}
