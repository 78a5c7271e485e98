package dev.onboarding.coordinator.pipeline;

import org.jspecify.annotations.Nullable;

/// What the account had before the run asked for a tenant.
///
/// @param tenantId null when it had none
/// @param status of that tenant; null when there was none
public record TenantBefore(@Nullable String tenantId, @Nullable String status) {

  static TenantBefore none() {
    return new TenantBefore(null, null);
  }

  static TenantBefore of(TenantMade tenant) {
    return new TenantBefore(tenant.tenantId(), tenant.status());
  }

  boolean isActive() {
    return "ACTIVE".equals(status);
  }

  /// Whether somebody uses the tenant already, so that nobody must be welcomed to it.
  boolean wasActive(TenantMade tenant) {
    return tenant.tenantId().equals(tenantId) && isActive();
  }
}
