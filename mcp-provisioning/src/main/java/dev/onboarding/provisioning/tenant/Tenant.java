package dev.onboarding.provisioning.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant as it is kept.
///
/// @param pending what the provisioner has accepted and not yet ended; null when nothing
/// @param operation the provisioner's token for that
/// @param leadEpoch counts who asked for it; fences what an earlier one still writes
/// @param ledUntil until when one caller alone asks for it; null when nobody does
public record Tenant(
    UUID tenantId,
    String accountId,
    String accountName,
    ServiceTier tier,
    TenantStatus status,
    @Nullable String loginUrl,
    @Nullable Pending pending,
    @Nullable String operation,
    @Nullable String failureCode,
    @Nullable String failureMessage,
    long leadEpoch,
    @Nullable Instant ledUntil,
    Instant createdAt,
    @Nullable Instant activatedAt) {

  /// An operation of the provisioner that takes its time.
  public enum Pending {
    PROVISION,
    SUSPEND
  }

  /// Whether nothing is under way that would change it by itself.
  boolean isSettled() {
    return status != TenantStatus.PROVISIONING && pending == null;
  }

  /// Whether the provisioner has still to be asked for it.
  boolean needsAsking() {
    return pending == null
        && (status == TenantStatus.PROVISIONING || status == TenantStatus.FAILED);
  }

  /// Whether somebody is asking the provisioner for it right now.
  boolean isLed(Instant now) {
    return ledUntil != null && now.isBefore(ledUntil);
  }
}
