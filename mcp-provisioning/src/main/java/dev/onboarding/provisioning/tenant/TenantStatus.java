package dev.onboarding.provisioning.tenant;

/// Where a tenant stands, as far as the provisioner has told us.
public enum TenantStatus {
  PROVISIONING,
  ACTIVE,
  FAILED,
  SUSPENDED
}
