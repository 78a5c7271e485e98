package dev.onboarding.coordinator.pipeline;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The tenant, as the provisioning server answered.
///
/// @param status `ACTIVE`, `PROVISIONING`, `FAILED` or `SUSPENDED`
/// @param loginUrl null until the provisioner has named it
public record TenantMade(
    String tenantId,
    String tier,
    String status,
    @Nullable URI loginUrl,
    @Nullable String statusReason) {

  boolean active() {
    return status.equals("ACTIVE");
  }
}
